import type { ReleaseTrain } from '#shared/model/planning/trains.ts';
import { endInstant, startInstant } from '../windows/wall-clock.ts';
import { wallStarts } from '../windows/occurrences.ts';
import { datesBefore } from './train-dates.ts';
import type { TrainDate } from './train-dates.ts';
import { wallMs, wallOf } from '../windows/wall-clock.ts';
import { isWorkingDay } from '../working-days.ts';
import type { WorkingDays } from '../working-days.ts';

export type Departure = {
  /** The date of the cadence: the name of the departure within its train. */
  on: string;
  startAt: string;
  endAt: string;
  skipped: boolean;
  /** Whether people work on the day. */
  working: boolean;
  dates: TrainDate[];
};

type Timed = Pick<
  ReleaseTrain,
  'zone' | 'startWall' | 'recurrence' | 'durationMinutes' | 'offsets' | 'skips'
>;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The next departures of a train after a moment, those that are left out among them. */
export function departuresFrom(
  train: Timed,
  days: WorkingDays,
  { from, count }: { from: number; count: number },
): Departure[] {
  const asked = { from: from - 2 * dayMs, to: Infinity, most: count + 4 };
  return wallStarts(train, asked)
    .map((wall) => departureAt(train, days, wall))
    .filter(({ startAt }) => Date.parse(startAt) > from)
    .slice(0, count);
}

/** The departure at a time of the wall clock, by the cadence or shifted. */
export function departureAt(train: Timed, days: WorkingDays, wall: string): Departure {
  const { zone, durationMinutes, offsets, skips } = train;
  const on = wall.slice(0, 10);
  const endWall = wallOf(wallMs(wall) + durationMinutes * minuteMs);
  return {
    on,
    startAt: new Date(startInstant(wall, zone)).toISOString(),
    endAt: new Date(endInstant(endWall, zone)).toISOString(),
    skipped: skips.includes(on),
    working: isWorkingDay(on, days),
    dates: datesBefore(on, offsets, days),
  };
}
