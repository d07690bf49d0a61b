import { dateIn, toInstant } from '#shared/rules/planning/zoned-time.ts';
import { timeText } from '../when-text.ts';
import type { Moment } from './MomentInput.tsx';

/** An instant as its date and time in the zone; both empty for null. */
export function momentOf(instant: string | null, zone: string): Moment {
  if (instant === null) return { date: '', time: '' };
  return { date: dateIn(instant, zone), time: timeText(instant, zone) };
}

/** The instant, null where nothing is typed, and undefined where it is no moment yet. */
export function instantOf({ date, time }: Moment, zone: string): string | null | undefined {
  if (date === '' && time.trim() === '') return null;
  try {
    return toInstant({ date, time, zone }).instant;
  } catch {
    return undefined;
  }
}
