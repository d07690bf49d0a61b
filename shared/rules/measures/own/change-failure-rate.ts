import type { Ledger } from '../ledger.ts';
import type { Cause, Reckoning, RowIn, RowOut } from '../measure.ts';
import { rate, sideShare } from '../rate.ts';
import { leftOut, liveIn, outsideOf } from '../window.ts';
import {
  incidentCauses,
  incidentsByDeployment,
  isUnripe,
  repairCauses,
  repairsByDeployment,
} from './failures.ts';
import { releasesOut, whyNoRelease } from './releases-out.ts';
import type { ReleaseOut } from './releases-out.ts';

/**
 * Production deployments that needed a rollback or a hotfix or caused an incident, of those that
 * reached users (DORA's change fail rate). A deployment counts once. Attempts that failed before
 * users had them are in neither part.
 */
export function failureRateByDeployment(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger);
  const incidents = incidentsByDeployment(ledger);
  const repairs = repairsByDeployment(ledger);
  const judged = rows.map((row) =>
    judge('deployment', row.id, [
      ...incidentCauses(incidents.get(row.id)),
      ...repairCauses(row, repairs.get(row.id)),
    ]),
  );
  return {
    ...rate('deployment', judged, [...out, ...incidentsOut(ledger)]),
    unripe: rows.filter((row) => isUnripe(row, ledger)).map(({ id }) => id),
    beside: [
      sideShare('needed hotfix or rollback', judged, ({ causes }) => causes.some(isRepair)),
      sideShare('caused an incident', judged, ({ causes }) => !causes.every(isRepair)),
    ],
  };
}

/**
 * Releases that needed a hotfix or a rollback, of the releases tried: the wording of the practice
 * of release management. Also a fix of an attempt that failed before users had it is one that was
 * needed. What caused an incident and needed neither stands beside.
 */
export function failureRateByRelease(ledger: Ledger): Reckoning {
  const { rows, out } = releasesOut(ledger);
  const incidents = incidentsByDeployment(ledger);
  const repairs = repairsByDeployment(ledger);
  const causesOf = ({ attempts }: ReleaseOut) =>
    attempts.flatMap((row) => repairCauses(row, repairs.get(row.id)));
  const judged = rows.map((release) => judge('release', release.id, causesOf(release)));
  const withIncidents = rows.map((release) => {
    const caused = release.live.flatMap(({ id }) => incidentCauses(incidents.get(id)));
    return judge('release', release.id, [...causesOf(release), ...caused]);
  });
  return {
    ...rate('release', judged, [...out, ...incidentsOut(ledger)]),
    unripe: rows
      .filter(({ live }) => live.some((row) => isUnripe(row, ledger)))
      .map(({ id }) => id),
    beside: [
      sideShare('needed hotfix or rollback, or caused an incident', withIncidents, isFailure),
      sideShare('caused an incident', withIncidents, ({ causes }) => !causes.every(isRepair)),
    ],
    why: whyNoRelease(ledger, rows.length),
  };
}

function judge(kind: RowIn['kind'], id: string, causes: readonly Cause[]): RowIn {
  const counts = causes.length > 0;
  return { id, kind, counts, minutes: null, reason: counts ? 'failed' : 'clean', causes };
}

function isFailure({ counts }: RowIn): boolean {
  return counts;
}

function isRepair({ what }: Cause): boolean {
  return what !== 'incident';
}

/** Incidents that no deployment of the window stands for, so that nobody looks for them in vain. */
function incidentsOut(ledger: Ledger): RowOut[] {
  const links = ledger.incidentLinks(false);
  return ledger.incidents.flatMap(({ id }) => {
    const link = links.get(id);
    if (link === undefined) return [];
    if (link.to === null) return [leftOut('incident', id, link.out, link.of)];
    const reason = outsideOf(ledger, link.to.finishedAt);
    return reason === null ? [] : [leftOut('incident', id, reason, link.to.id)];
  });
}
