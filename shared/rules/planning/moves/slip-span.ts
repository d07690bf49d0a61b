import { Temporal } from 'temporal-polyfill';
import { moved, wallTime } from '../postpone.ts';
import type { SlipDeployment, SlipRelease } from './slip-network.ts';
import { endOfDeployment } from '../start.ts';
import { isWorkingDay } from '../working-days.ts';
import type { WorkingDays } from '../working-days.ts';
import { plusDays } from '../zoned-time.ts';

/** Why a release stays where it is, whatever moves around it. */
export type Fixed = 'closed' | 'begun' | 'unplanned';

/** The deployment a release starts with; null while none is planned. */
export function leadOf({ deployments }: SlipRelease): SlipDeployment | null {
  const counting = deployments.filter(({ counts }) => counts);
  const [first] = counting.toSorted(
    (a, b) => Date.parse(a.startAt) - Date.parse(b.startAt) || (a.id < b.id ? -1 : 1),
  );
  return first ?? null;
}

export function fixedBy(release: SlipRelease): Fixed | null {
  if (release.phase === 'closed') return 'closed';
  if (release.deployments.some((each) => each.counts && each.actualStartAt !== null)) {
    return 'begun';
  }
  return leadOf(release) === null ? 'unplanned' : null;
}

/** A step of the wall clock. */
export type Step = Temporal.Duration;

export const noStep: Step = new Temporal.Duration();

export function stepTo({ startAt, zone }: SlipDeployment, toAt: string): Step {
  return wallTime(startAt, zone).until(wallTime(toAt, zone));
}

/** Where the deployments of a release that have not happened come to lie by a step. */
export function startsBy({ deployments }: SlipRelease, step: Step): Map<string, string> {
  return new Map(
    deployments
      .filter(({ actualStartAt }) => actualStartAt === null)
      .map((each) => [each.id, step.blank ? each.startAt : moved(each, step)]),
  );
}

/** When a release is through, with its deployments moved. */
export function finishOf(
  { deployments }: SlipRelease,
  starts: ReadonlyMap<string, string>,
): string | null {
  const ends = deployments
    .filter(({ counts }) => counts)
    .map((each) => endOfDeployment({ ...each, startAt: starts.get(each.id) ?? each.startAt }));
  return ends.toSorted().at(-1) ?? null;
}

const dayMs = 86_400_000;

/**
 * The step, lengthened by as few whole days as bring the start to `earliest` or behind it, so that
 * each deployment keeps its time of day. What was planned for a working day is put on one again;
 * what was planned for a day off, as many deployments are, may be put on any.
 */
export function stepNotBefore(
  lead: SlipDeployment,
  step: Step,
  earliest: string,
  workingDays: WorkingDays,
): Step {
  if (moved(lead, step) >= earliest) return step;
  const from = wallTime(lead.startAt, lead.zone);
  const wasWorking = isWorkingDay(dateOf(from), workingDays);
  const at = from.add(step);
  const gap = Date.parse(earliest) - Date.parse(moved(lead, step));
  for (let days = Math.max(1, Math.floor(gap / dayMs) - 1); ; days += 1) {
    const later = from.until(at.add({ days }));
    if (moved(lead, later) < earliest) continue;
    if (!wasWorking || isWorkingDay(plusDays(dateOf(at), days), workingDays)) return later;
  }
}

function dateOf(at: Temporal.PlainDateTime): string {
  return at.toPlainDate().toString();
}
