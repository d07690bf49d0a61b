import type { Ledger } from '../ledger.ts';
import type { Cause, Reckoning, RowIn } from '../measure.ts';
import { rate, sideShare } from '../rate.ts';
import type { Finished } from '../rows.ts';
import { liveIn } from '../window.ts';
import { releasesOut, whyNoRelease } from './releases-out.ts';

/**
 * Unplanned fixes of production deployments, of the production deployments that reached users
 * (DORA's deployment rework rate). A rollback repairs nothing in the code: it stands beside.
 */
export function reworkRateByDeployment(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger);
  const judged = rows.map((row) => judge('deployment', row.id, [row]));
  const back = new Set(rows.filter(({ rollbackOf }) => rollbackOf !== null).map(({ id }) => id));
  return {
    ...rate('deployment', judged, out),
    beside: [sideShare('fixes and rollbacks', judged, ({ id, counts }) => counts || back.has(id))],
  };
}

/** Releases with an unplanned fix among their production deployments, of those tried. */
export function reworkRateByRelease(ledger: Ledger): Reckoning {
  const { rows, out } = releasesOut(ledger);
  const judged = rows.map(({ id, live }) => judge('release', id, live));
  return { ...rate('release', judged, out), why: whyNoRelease(ledger, rows.length) };
}

function judge(kind: RowIn['kind'], id: string, deployments: readonly Finished[]): RowIn {
  const causes = deployments.flatMap(({ fixOf }): Cause[] =>
    fixOf === null ? [] : [{ what: 'deployment', id: fixOf, link: null }],
  );
  const counts = causes.length > 0;
  return { id, kind, counts, minutes: null, reason: counts ? 'unplannedFix' : 'planned', causes };
}
