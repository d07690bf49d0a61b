import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { at, isWorkday } from './days.ts';

const minute = 60_000;

type Interval = { from: number; to: number };

/**
 * Times for acts one after the other, evenly spread between two instants. With a zone only its
 * working hours count, 9 to 17:30 on weekdays; without one day and night do.
 */
export function spread<A>(
  acts: readonly A[],
  from: number,
  to: number,
  zone: string | null,
): (A & { at: number })[] {
  const hours = zone === null ? [{ from, to }] : workingHours(from, to, zone);
  const total = hours.reduce((sum, interval) => sum + interval.to - interval.from, 0);
  return acts.map((act, index) => {
    const share = (total * (index + 1)) / (acts.length + 1);
    return { ...act, at: Math.round(within(hours, share) / minute) * minute };
  });
}

/** The instant that lies so many milliseconds into the intervals. */
function within(intervals: readonly Interval[], into: number): number {
  let left = into;
  for (const { from, to } of intervals) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return intervals.at(-1)?.to ?? 0;
}

function workingHours(from: number, to: number, zone: string): Interval[] {
  const intervals: Interval[] = [];
  const last = dateIn(new Date(to).toISOString(), zone);
  for (
    let date = dateIn(new Date(from).toISOString(), zone);
    date <= last;
    date = plusDays(date, 1)
  ) {
    if (!isWorkday(date)) continue;
    const interval = {
      from: Math.max(from, at(date, '09:00', zone)),
      to: Math.min(to, at(date, '17:30', zone)),
    };
    if (interval.to > interval.from) intervals.push(interval);
  }
  return intervals.length > 0 ? intervals : [{ from, to }];
}
