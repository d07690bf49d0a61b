import { mondayOf } from '../capacity/capacity.ts';
import { moved } from '../postpone.ts';
import { dateIn, daysBetween } from '../zoned-time.ts';
import type { SlippedRelease } from './slip.ts';
import type { Step } from './slip-span.ts';

type Span = { startAt: string; endAt: string };

/**
 * Where a booking comes to lie: both ends by the same step of the wall clock, so that one from nine
 * to five stays one from nine to five. Clocks that skip what lay between would leave nothing of it;
 * it keeps its length then.
 */
export function movedBooking({ startAt, endAt, zone }: Span & { zone: string }, step: Step): Span {
  const from = moved({ startAt, zone }, step);
  const to = moved({ startAt: endAt, zone }, step);
  if (to > from) return { startAt: from, endAt: to };
  const length = Date.parse(endAt) - Date.parse(startAt);
  return { startAt: from, endAt: new Date(Date.parse(from) + length).toISOString() };
}

/**
 * Days by which what is promised week by week moves: work stays as many weeks before the start as it
 * was. Without a start the dates say it, to the nearest week.
 */
export function movedWeekDays({
  fromAt,
  toAt,
  zone,
  days,
}: Pick<SlippedRelease, 'fromAt' | 'toAt' | 'zone' | 'days'>): number {
  if (fromAt === null || toAt === null) return Math.round(days / 7) * 7;
  return daysBetween(mondayOf(dateIn(fromAt, zone)), mondayOf(dateIn(toAt, zone)));
}
