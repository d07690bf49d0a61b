import { Temporal } from 'temporal-polyfill';
import { wallTime } from '../postpone.ts';
import { plusWorkingDays } from '../working-days.ts';
import type { WorkingDays } from '../working-days.ts';

export type Clock = { zone: string; workingDays: WorkingDays };

/**
 * The earliest that may start what waits for something to end: at once without a lag, else so many
 * working days later, at the time of day it ended.
 */
export function earliestAfter(finishAt: string, lagDays: number, clock: Clock): string {
  if (lagDays === 0) return finishAt;
  const ended = wallTime(finishAt, clock.zone);
  const date = plusWorkingDays(ended.toPlainDate().toString(), lagDays, clock.workingDays);
  const at = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: clock.zone,
    plainTime: ended.toPlainTime(),
  });
  return new Date(at.epochMilliseconds).toISOString();
}

/** ` and 2 working days lie between`, to follow when something ends; nothing without a lag. */
export function lagInWords(lagDays: number): string {
  if (lagDays === 0) return '';
  return lagDays === 1
    ? ' and 1 working day lies between'
    : ` and ${lagDays} working days lie between`;
}
