import type { Ledger } from '../ledger.ts';
import type { Reckoning, RowIn, RowOut } from '../measure.ts';
import { median } from '../times.ts';
import type { Change } from '../rows.ts';
import { leftOut, minutesBetween, outsideOf } from '../window.ts';

/**
 * Production deployment finished - first commit authored, for each change that the window brought
 * to users; the first deployment of a service brings its changes like any other.
 */
export function leadTime(ledger: Ledger): Reckoning {
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  for (const change of ledger.changes) {
    const judged = judge(ledger, change);
    if ('minutes' in judged) rows.push(judged);
    else excluded.push(judged);
  }
  return median({ counted: 'change', rows, excluded });
}

function judge(ledger: Ledger, change: Change): RowIn | RowOut {
  const { id, firstCommitAt } = change;
  const link = ledger.changeLinks().get(id);
  if (link === undefined || link.to === null) {
    return leftOut('change', id, link?.out ?? 'notDeployed', link?.of ?? null);
  }
  const { finishedAt } = link.to;
  const outside = outsideOf(ledger, finishedAt);
  if (outside !== null) return leftOut('change', id, outside, link.to.id);
  if (firstCommitAt === null) return leftOut('change', id, 'noCommit');
  if (finishedAt < firstCommitAt) return leftOut('change', id, 'negativeSpan', link.to.id);
  return {
    ...{ id, kind: 'change', counts: true, reason: 'deployed' },
    minutes: minutesBetween(firstCommitAt, finishedAt),
    causes: [{ what: 'deployment', id: link.to.id, link: link.reason }],
  };
}
