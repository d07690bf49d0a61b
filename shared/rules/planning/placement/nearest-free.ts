import { Temporal } from 'temporal-polyfill';
import type { PlacementRule } from '#shared/model/planning/placement.ts';
import { isWorkingDay } from '../working-days.ts';
import { ruleNames } from './coverage.ts';
import type { Clash, Judged } from './ground.ts';
import { workingDaysInWords } from './times.ts';

export const searchedDays = 180;
const dayMs = 86_400_000;

export type InTheWay = { key: PlacementRule; name: string; days: number; what: string };

type Search = {
  /** The start whose time of day is kept in the zone; days before `now` are not looked at. */
  startMs: number;
  zone: string;
  now: number;
  work: Judged['work'];
  count: number;
  /** What stands against a start, without what exceptions cover; null where it lies in the past. */
  against: (startMs: number) => readonly Clash[] | null;
};

/**
 * The next starts at the same time of day on working days against which nothing stands, the day of
 * the first start among them; and where there are fewer than asked for, what is in the way longest.
 */
export function searchFree({ startMs, zone, now, work, count, against }: Search) {
  const starts: number[] = [];
  const counted = new Map<string, { clash: Clash; days: number }>();
  let days = 0;
  const first = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(zone);
  // A start of long ago is looked for from today on.
  const over = Math.max(0, Math.floor((now - startMs) / dayMs) - 1);
  for (let step = over; step < over + searchedDays && starts.length < count; step += 1) {
    const wall = first.toPlainDateTime().add({ days: step });
    const date = wall.toPlainDate().toString();
    if (!isWorkingDay(date, work.workingDays) || work.holidays.has(date)) continue;
    const at = step === 0 ? first : wall.toZonedDateTime(zone);
    // On a day whose clocks skip that time, it cannot start at the same time.
    if (!at.toPlainTime().equals(first.toPlainTime())) continue;
    const clashes = against(at.epochMilliseconds);
    if (clashes === null) continue;
    days += 1;
    if (clashes.length === 0) starts.push(at.epochMilliseconds);
    for (const clash of clashes) {
      const key = `${clash.key} ${clash.subject.id}`;
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { clash, days: 1 });
      else known.days += 1;
    }
  }
  const found = starts.length;
  return { starts, inTheWay: found < count ? longest([...counted.values()], found, days) : null };
}

function longest(
  counted: readonly { clash: Clash; days: number }[],
  found: number,
  of: number,
): InTheWay | null {
  const [most] = counted.toSorted((one, other) => other.days - one.days);
  if (most === undefined) return null;
  const { key, subject } = most.clash;
  const free =
    found === 0
      ? `No start within ${searchedDays} days is free`
      : `Only ${found} ${found === 1 ? 'start' : 'starts'} within ${searchedDays} days ${found === 1 ? 'is' : 'are'} free`;
  return {
    key,
    name: subject.name,
    days: most.days,
    what: `${free}. ${subject.name} (${ruleNames[key].toLowerCase()}) is in the way longest, on ${most.days} of ${workingDaysInWords(of)}.`,
  };
}
