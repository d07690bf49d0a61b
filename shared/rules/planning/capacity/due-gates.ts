import { phases } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { isWorkingDay } from '../working-days.ts';
import type { WorkingDays } from '../working-days.ts';
import { plusDays } from '../zoned-time.ts';

type Days = { firstOn: string; lastOn: string };

/**
 * The day by which a gate of a phase is to be decided: when the next phase that has a date begins,
 * and before the release starts. Null where no date says it.
 */
export function gateDueOn(
  phase: Phase,
  planned: readonly { phase: Phase; plannedOn: string | null }[],
  startOn: string | null,
): string | null {
  const at = phases.indexOf(phase);
  const next = phases
    .slice(at + 1)
    .map((later) => planned.find((each) => each.phase === later)?.plannedOn ?? null)
    .find((on) => on !== null);
  const isBeforeStart = at <= phases.indexOf('deployment');
  const dates = [next ?? null, isBeforeStart ? startOn : null].filter((on) => on !== null);
  return dates.toSorted()[0] ?? null;
}

/**
 * Whether a gate falls due while somebody is away; `null` where it does not, else the day. One that
 * is overdue is due today.
 */
export function dueWhileAway(dueOn: string | null, away: Days, today: string): string | null {
  if (dueOn === null) return null;
  const on = dueOn < today ? today : dueOn;
  return away.firstOn <= on && on <= away.lastOn ? on : null;
}

/**
 * Whether nobody else who could decide is there from the first day somebody is away until a gate is
 * due: each of them is away on every working day of that time.
 */
export function nobodyElse(
  others: readonly (readonly Days[])[],
  { from, to }: { from: string; to: string },
  workingDays: WorkingDays,
): boolean {
  const all = daysFrom(from, to);
  const work = all.filter((on) => isWorkingDay(on, workingDays));
  const asked = work.length === 0 ? all : work;
  return others.every((absences) =>
    asked.every((on) => absences.some(({ firstOn, lastOn }) => firstOn <= on && on <= lastOn)),
  );
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let on = from; on <= to; on = plusDays(on, 1)) days.push(on);
  return days;
}
