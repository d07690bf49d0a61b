import type { LensRules } from '../lens.ts';
import { onlyOurs } from '../lens.ts';
import type { Ledger } from '../ledger.ts';
import type { Reckoning, RowIn, RowOut } from '../measure.ts';
import { median } from '../times.ts';
import { leftOut, liveIn, minutesBetween, outsideOf } from '../window.ts';
import { daysIn } from '../zoned-days.ts';
import { deployedRows } from './deployed-rows.ts';
import { resolvedIn } from './resolved-incidents.ts';

/** GitLab: incidents and deployments are counted beside each other, without a link between them. */
export const gitlab: LensRules = {
  ...onlyOurs('GitLab'),
  leadTimeForChanges: {
    version: 1,
    words: 'Merged to deployed, of changes deployed in the window; median.',
    reckon: leadTime,
  },
  deploymentFrequency: {
    version: 1,
    words: 'Successful production deployments a day of the window.',
    reckon: frequency,
  },
  changeFailureRate: {
    version: 1,
    words:
      'Incidents created in the window by its successful production deployments. Nothing links them, so it can pass 100 %.',
    reckon: failureRate,
  },
  timeToRestore: {
    version: 1,
    words: 'Created to closed, of incidents closed in the window; median.',
    reckon: restore,
  },
  failedDeploymentRecoveryTime: {
    cannot: 'GitLab links no incident to a deployment; it knows the time to restore alone.',
  },
  deploymentSuccessRate: { cannot: 'GitLab has no success rate among these measures.' },
  deploymentReworkRate: { cannot: 'GitLab has no rework rate.' },
};

function leadTime(ledger: Ledger): Reckoning {
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  for (const change of ledger.changes) {
    const { id, mergedAt } = change;
    const link = ledger.changeLinks().get(id);
    if (mergedAt === null) excluded.push(leftOut('change', id, 'notMerged'));
    else if (link === undefined || link.to === null) {
      excluded.push(leftOut('change', id, link?.out ?? 'notDeployed', link?.of ?? null));
    } else {
      const { id: of, finishedAt } = link.to;
      const reason =
        outsideOf(ledger, finishedAt) ?? (finishedAt < mergedAt ? 'negativeSpan' : null);
      if (reason !== null) excluded.push(leftOut('change', id, reason, of));
      else {
        rows.push({
          ...{ id, kind: 'change', counts: true, reason: 'deployed' },
          minutes: minutesBetween(mergedAt, finishedAt),
          causes: [{ what: 'deployment', id: of, link: link.reason }],
        });
      }
    }
  }
  return median({ counted: 'change', rows, excluded });
}

function frequency(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger, 'notSuccessful');
  const days = daysIn(ledger.settings);
  return {
    ...{ counted: 'deployment', valueIn: 'aDay', rows: deployedRows(rows), excluded: out },
    ...{ n: rows.length, numerator: rows.length, denominator: days },
    value: rows.length === 0 ? null : rows.length / days,
  };
}

function failureRate(ledger: Ledger): Reckoning {
  const { rows, out } = liveIn(ledger, 'notSuccessful');
  const numeratorRows: RowIn[] = [];
  const excluded = [...out];
  for (const { id, createdAt } of ledger.incidents) {
    const outside = outsideOf(ledger, createdAt);
    if (outside !== null) excluded.push(leftOut('incident', id, outside));
    else {
      numeratorRows.push({
        ...{ id, kind: 'incident', counts: true, minutes: null, reason: 'counted', causes: [] },
      });
    }
  }
  return {
    ...{ counted: 'deployment', valueIn: 'share', rows: deployedRows(rows, false), excluded },
    ...{ numeratorRows, n: rows.length },
    ...{ numerator: numeratorRows.length, denominator: rows.length },
    value: rows.length === 0 ? null : numeratorRows.length / rows.length,
  };
}

function restore(ledger: Ledger): Reckoning {
  return median({ counted: 'incident', ...resolvedIn(ledger) });
}
