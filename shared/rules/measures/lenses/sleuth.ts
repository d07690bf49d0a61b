import type { LensRules } from '../lens.ts';
import { onlyOurs } from '../lens.ts';
import { countUpTo } from '../deployment-order.ts';
import type { Ledger } from '../ledger.ts';
import type { Reckoning, RowIn } from '../measure.ts';
import { rate } from '../rate.ts';
import type { Finished, Incident } from '../rows.ts';
import { liveIn } from '../window.ts';
import { workingDaysIn } from '../zoned-days.ts';
import { deployedRows } from './deployed-rows.ts';

const unknown = 'How Sleuth computes it is not known well enough to do the same.';

/** Sleuth: weekends are no days, and a deployment fails while an incident is open over it. */
export const sleuth: LensRules = {
  ...onlyOurs('Sleuth'),
  deploymentFrequency: {
    version: 1,
    words: 'Successful production deployments a working day (Monday to Friday) of the window.',
    reckon: frequency,
  },
  changeFailureRate: {
    version: 1,
    words:
      'Deployments during whose time as the current one an incident of the service was open, of all of the window.',
    reckon: failureRate,
  },
  leadTimeForChanges: { cannot: unknown },
  failedDeploymentRecoveryTime: { cannot: unknown },
  timeToRestore: { cannot: unknown },
  deploymentSuccessRate: { cannot: 'Sleuth has no success rate among these measures.' },
  deploymentReworkRate: { cannot: 'Sleuth has no rework rate.' },
};

function frequency(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger, 'notSuccessful');
  const days = workingDaysIn(ledger.settings);
  return {
    ...{ counted: 'deployment', valueIn: 'aDay', rows: deployedRows(rows), excluded: out },
    ...{ n: rows.length, numerator: rows.length, denominator: days },
    value: rows.length === 0 || days === 0 ? null : rows.length / days,
    why: rows.length > 0 && days === 0 ? 'The window has no working day to divide by.' : null,
  };
}

function failureRate(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger, 'notSuccessful');
  const failing = failureStates(ledger);
  const judged = rows.map(({ id }): RowIn => {
    const incident = failing.get(id);
    const counts = incident !== undefined;
    return {
      ...{ id, kind: 'deployment', counts, minutes: null },
      reason: counts ? 'inFailureState' : 'clean',
      causes: counts ? [{ what: 'incident', id: incident, link: null }] : [],
    };
  });
  return rate('deployment', judged, out);
}

/** Deployments that were the current one while an incident was open, each with the first such incident. */
function failureStates(ledger: Ledger): ReadonlyMap<string, string> {
  const incidents = Map.groupBy(ledger.incidents, ({ service }) => service);
  const found = new Map<string, string>();
  for (const [service, live] of Map.groupBy(ledger.live, (row) => row.service)) {
    mark(live, incidents.get(service) ?? [], found);
  }
  return found;
}

/**
 * Walks incidents by their creation and deployments by their finish; what one incident has marked
 * is not walked again, so that long incidents cost no more than short ones.
 */
function mark(
  live: readonly Finished[],
  incidents: readonly Incident[],
  found: Map<string, string>,
) {
  const finishOf = ({ finishedAt }: Finished) => finishedAt;
  let marked = 0;
  for (const incident of incidents.toSorted((a, b) => a.createdAt - b.createdAt)) {
    const { createdAt, resolvedAt } = incident;
    const first = Math.max(0, countUpTo(live, finishOf, createdAt, true) - 1);
    const end = Math.max(resolvedAt ?? Infinity, createdAt);
    const last = countUpTo(live, finishOf, end, end === createdAt);
    for (let place = Math.max(first, marked); place < last; place++) {
      const row = live[place];
      if (row !== undefined) found.set(row.id, incident.id);
    }
    marked = Math.max(marked, last);
  }
}
