import { Temporal } from 'temporal-polyfill';
import { Refusal } from '#shared/model/refusal.ts';
import type { PlannedStart } from './start.ts';
import { daysBetween, dateIn, plusDays } from './zoned-time.ts';

export type Movable = { id: string; startAt: string; zone: string };

export type Postponed = {
  /** New starts of the deployments that have not happened, by their ids. */
  starts: Map<string, string>;
  /** Calendar days by which the dates of phases ahead move. */
  days: number;
  fromAt: string;
  toAt: string;
};

/**
 * Moves the deployments that have not happened, whose planned start is `start`, by as much wall-clock
 * time as the first of them moves, so that a change of clocks leaves each at its time of day. Refuses a start that is not
 * later, one in the past, and a release with nothing left to move.
 */
export function postpone(
  start: PlannedStart | null,
  ahead: readonly Movable[],
  toAt: string,
  now: string,
): Postponed {
  if (start === null || ahead.length === 0) {
    throw new Refusal(
      'precondition_failed',
      'There is no planned deployment left to postpone. Plan one first.',
    );
  }
  if (Date.parse(toAt) <= Date.parse(start.startAt)) {
    throw new Refusal(
      'invalid_input',
      'A start is postponed to a later time. To bring it forward, edit the planned deployments.',
      { startAt: `is not after ${start.startAt}` },
    );
  }
  if (Date.parse(toAt) < Date.parse(now)) {
    throw new Refusal('invalid_input', 'The new start lies in the past. Choose one ahead.', {
      startAt: 'lies in the past',
    });
  }
  const shift = shiftTo(start, toAt);
  return {
    starts: new Map(ahead.map((each) => [each.id, moved(each, shift)])),
    days: daysTo(start, toAt),
    fromAt: start.startAt,
    toAt,
  };
}

/** Dates of the phases that have not begun, moved by whole days. */
export function movedPhases<T extends { plannedOn: string | null; enteredAt: string | null }>(
  phases: readonly T[],
  days: number,
): (T & { plannedOn: string })[] {
  return phases.flatMap((phase) =>
    phase.enteredAt === null && phase.plannedOn !== null
      ? [{ ...phase, plannedOn: plusDays(phase.plannedOn, days) }]
      : [],
  );
}

/** What clocks in the zone show at an instant. */
export function wallTime(instant: string, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
}

/** A start moved by wall-clock time. */
export function moved({ startAt, zone }: Omit<Movable, 'id'>, shift: Shift): string {
  // A time that clocks skip moves behind the gap, one that comes twice is the earlier one.
  const at = wallTime(startAt, zone).add(shift).toZonedDateTime(zone);
  return new Date(at.epochMilliseconds).toISOString();
}

/**
 * Where the deployments of a release come to lie in a copy that starts at `toAt`: each as far from
 * the first one on the wall clock as it was. `days` is by how much dates without a time move.
 */
export function startsOfCopy(
  start: PlannedStart,
  deployments: readonly Movable[],
  toAt: string,
): { starts: Map<string, string>; days: number } {
  const shift = shiftTo(start, toAt);
  return {
    starts: new Map(deployments.map((each) => [each.id, moved(each, shift)])),
    days: daysTo(start, toAt),
  };
}

type Shift = Temporal.Duration;

function shiftTo({ startAt, zone }: PlannedStart, toAt: string): Shift {
  return wallTime(startAt, zone).until(wallTime(toAt, zone));
}

function daysTo({ startAt, zone }: PlannedStart, toAt: string): number {
  return daysBetween(dateIn(startAt, zone), dateIn(toAt, zone));
}
