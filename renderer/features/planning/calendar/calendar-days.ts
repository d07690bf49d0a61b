import { Temporal } from 'temporal-polyfill';
import type { DayRun } from './view-span.ts';

/** A day of a zone, half-open in milliseconds: 23 or 25 hours long where clocks change. */
export type Day = { date: string; from: number; to: number; dayOfWeek: number };

/** The days of a run in a zone. */
export function daysIn({ first, count }: DayRun, zone: string): Day[] {
  const start = Temporal.PlainDate.from(first);
  const dates = Array.from({ length: count + 1 }, (_, offset) => start.add({ days: offset }));
  const begins = dates.map((date) => date.toZonedDateTime(zone).epochMilliseconds);
  return dates.slice(0, count).map((date, index) => ({
    date: date.toString(),
    dayOfWeek: date.dayOfWeek,
    from: begins[index] ?? 0,
    to: begins[index + 1] ?? 0,
  }));
}

/** First and last instant of days that follow each other, as a query asks for them. */
export function spanOf(days: readonly Day[]): { from: string; to: string } {
  const [first, last] = [days[0], days.at(-1)];
  return {
    from: new Date(first?.from ?? 0).toISOString(),
    to: new Date(last?.to ?? 0).toISOString(),
  };
}

/** Which of the days an instant lies in; -1 for none. Halved, since ten thousand are asked for. */
export function dayIndex(days: readonly Day[], at: number): number {
  let [low, high] = [0, days.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (day === undefined) return -1;
    if (at < day.from) high = middle - 1;
    else if (at >= day.to) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The things of each day, by its date, in the order they came. */
export function byDay<T extends { startAt: string }>(
  days: readonly Day[],
  things: readonly T[],
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const day = days[dayIndex(days, Date.parse(thing.startAt))];
    if (day === undefined) continue;
    const known = found.get(day.date);
    if (known === undefined) found.set(day.date, [thing]);
    else known.push(thing);
  }
  return found;
}

/** Saturday or Sunday. */
export function isWeekend({ dayOfWeek }: Day): boolean {
  return dayOfWeek > 5;
}
