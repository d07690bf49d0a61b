import { Temporal } from 'temporal-polyfill';
import type { Day } from './calendar-days.ts';

/** Minutes of a day on the wall clock, half-open. */
export type Stretch = { from: number; to: number };

/** Something in a day, beside what it shares its time with. */
export type Placed<T> = Stretch & { thing: T; column: number; columns: number };

const wholeDay = 24 * 60;

/**
 * The part of a time that lies in a day, on the wall clock: where clocks change, an entry stands at
 * the hour people read, not at the hours that went by. Null where none of it does.
 */
export function stretchIn(
  { startAt, endAt }: { startAt: string; endAt: string },
  day: Day,
  zone: string,
): Stretch | null {
  const [start, end] = [Date.parse(startAt), Date.parse(endAt)];
  // What has no length counts at its start.
  const touches = start < day.to && (end > day.from || (start === end && start >= day.from));
  if (!touches) return null;
  const from = start <= day.from ? 0 : minutesOf(start, zone);
  const to = end >= day.to ? wholeDay : minutesOf(end, zone);
  return { from, to: Math.max(from, to) };
}

function minutesOf(at: number, zone: string): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return wall.hour * 60 + wall.minute;
}

/**
 * Things of a day side by side where they overlap as they are drawn, `least` minutes long at least;
 * those that touch share the width evenly.
 */
export function besideEachOther<T>(
  things: readonly { thing: T; stretch: Stretch }[],
  least: number,
): Placed<T>[] {
  const sorted = things
    .map(({ thing, stretch: { from, to } }) => {
      const start = Math.min(from, wholeDay - least);
      return { thing, from: start, to: Math.max(to, start + least) };
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const placed: Placed<T>[] = [];
  let group: Placed<T>[] = [];
  let groupEnd = 0;
  for (const each of sorted) {
    if (each.from >= groupEnd) {
      group = [];
      groupEnd = 0;
    }
    const taken = new Set(group.filter(({ to }) => to > each.from).map(({ column }) => column));
    let column = 0;
    while (taken.has(column)) column += 1;
    const one = { ...each, column, columns: 1 };
    group.push(one);
    placed.push(one);
    groupEnd = Math.max(groupEnd, each.to);
    const columns = group.reduce((most, other) => Math.max(most, other.column + 1), 1);
    for (const other of group) other.columns = columns;
  }
  return placed;
}
