import type { InReason } from '#shared/model/measures/terms.ts';
import type { Ledger } from '../ledger.ts';
import type { Reckoning, RowIn } from '../measure.ts';
import { rate, sideShare } from '../rate.ts';
import type { Finished } from '../rows.ts';
import { attemptsIn } from '../window.ts';
import { incidentCauses, incidentsByDeployment, isUnripe } from './failures.ts';
import type { LinkedIncident } from './failures.ts';
import { releasesOut, whyNoRelease } from './releases-out.ts';
import type { ReleaseOut } from './releases-out.ts';

type Incidents = ReadonlyMap<string, readonly LinkedIncident[]>;

/**
 * Production deployments that succeeded and to which no critical incident belongs, of those tried.
 * Cancelled and skipped ones were not tried. What the pipeline alone says stands beside.
 */
export function successRateByDeployment(ledger: Ledger): Reckoning {
  const { rows, out } = attemptsIn(ledger);
  const incidents = incidentsByDeployment(ledger);
  const judged = rows.map((row) => judge('deployment', row.id, row.result, [row], incidents));
  const passed = new Set(rows.filter(isGreen).map(({ id }) => id));
  return {
    ...rate('deployment', judged, out),
    unripe: rows.filter((row) => isUnripe(row, ledger)).map(({ id }) => id),
    beside: [sideShare('pipeline only', judged, ({ id }) => passed.has(id))],
  };
}

/** Releases whose last production deployment succeeded and that are live without a critical incident, of those tried. */
export function successRateByRelease(ledger: Ledger): Reckoning {
  const { rows, out } = releasesOut(ledger);
  const incidents = incidentsByDeployment(ledger);
  const judged = rows.map((release) =>
    judge('release', release.id, endOf(release), release.live, incidents),
  );
  return {
    ...rate('release', judged, out),
    unripe: rows
      .filter(({ live }) => live.some((row) => isUnripe(row, ledger)))
      .map(({ id }) => id),
    why: whyNoRelease(ledger, rows.length),
  };
}

/** A release ends as the last of its deployments that reached users, or failed where none did. */
function endOf({ live }: ReleaseOut): Finished['result'] {
  return live.at(-1)?.result ?? 'failed';
}

function isGreen({ result }: Finished): boolean {
  return result === 'succeeded' || result === 'degraded';
}

function judge(
  kind: RowIn['kind'],
  id: string,
  result: Finished['result'],
  deployments: readonly Finished[],
  incidents: Incidents,
): RowIn {
  const critical = deployments.flatMap((row) =>
    (incidents.get(row.id) ?? []).filter(({ incident }) => incident.severity === 'critical'),
  );
  const reason = reasonOf(result, critical.length > 0);
  const counts = reason === 'wentLiveClean';
  return { id, kind, counts, minutes: null, reason, causes: incidentCauses(critical) };
}

function reasonOf(result: Finished['result'], isCritical: boolean): InReason {
  if (result === 'rolled-back') return 'rolledBack';
  if (result === 'degraded') return 'degraded';
  if (result !== 'succeeded') return 'attemptFailed';
  return isCritical ? 'criticalIssue' : 'wentLiveClean';
}
