import { Refusal } from '#shared/model/refusal.ts';
import type { Living } from '../life.ts';
import { reschedule } from '../reschedule.ts';
import type { Planned, Rescheduled } from '../reschedule.ts';
import { isWorkingDay } from '../working-days.ts';
import type { WorkingDays } from '../working-days.ts';
import { dateIn, plusDays } from '../zoned-time.ts';

/** As far ahead as a day is looked for. */
const mostDays = 180;

type Release = Living & { name: string };

/**
 * Moves a release to the next working day on which, at the same local time, every deployment that is
 * ahead is clear. `isClear` judges one deployment at another start.
 */
export function moveClear(
  release: Release,
  planned: readonly Planned[],
  leadId: string | null,
  isClear: (deploymentId: string, startAt: string) => boolean,
  { workingDays, now }: { workingDays: WorkingDays; now: string },
): Rescheduled {
  const lead = planned.find(({ id }) => id === leadId);
  if (lead === undefined) return reschedule(release, planned, { leadId }, { byDays: 1 }, now);
  const date = dateIn(lead.startAt, lead.zone);
  for (let byDays = 1; byDays <= mostDays; byDays += 1) {
    if (!isWorkingDay(plusDays(date, byDays), workingDays)) continue;
    const moved = reschedule(release, planned, { leadId }, { byDays }, now);
    if ([...moved.starts].every(([id, at]) => isClear(id, at))) return moved;
  }
  throw new Refusal(
    'precondition_failed',
    `${release.name} has no working day within ${mostDays} days on which all of its deployments, at the same local time, are clear of this window and of every freeze. Move it on the calendar to another time of day.`,
  );
}
