import type { Ledger } from '../ledger.ts';
import type { Reckoning, RowIn, RowOut } from '../measure.ts';
import type { Change, Finished } from '../rows.ts';
import { leftOut, outsideOf } from '../window.ts';
import { firstDeployments, groupsOf } from './devlake-deployments.ts';
import { leadTimeTier } from './devlake-tiers.ts';
import { lowerTimes } from './devlake-times.ts';

/** Lead time as DevLake computes it for merged pull requests. */
export function leadTime(ledger: Ledger): Reckoning {
  const first = firstDeployments(ledger);
  const lastOf = new Map(
    groupsOf(ledger).flatMap(({ rows, last }) => rows.map(({ id }) => [id, last] as const)),
  );
  const rows: RowIn[] = [];
  const excluded: RowOut[] = [];
  for (const change of ledger.changes) {
    const judged = judge(ledger, change, first, lastOf);
    if ('minutes' in judged) rows.push(judged);
    else excluded.push(judged);
  }
  return lowerTimes('change', rows, excluded, leadTimeTier);
}

function judge(
  ledger: Ledger,
  change: Change,
  first: ReadonlySet<string>,
  lastOf: ReadonlyMap<string, Finished>,
): RowIn | RowOut {
  const { id } = change;
  if (change.mergedAt === null) return leftOut('change', id, 'notMerged');
  const link = ledger.changeLinks().get(id);
  if (link === undefined || link.to === null) {
    return leftOut('change', id, link?.out ?? 'notDeployed', link?.of ?? null);
  }
  if (first.has(link.to.id)) return leftOut('change', id, 'firstDeployment', link.to.id);
  const outside = outsideOf(ledger, (lastOf.get(link.to.id) ?? link.to).finishedAt);
  if (outside !== null) return leftOut('change', id, outside, link.to.id);
  return {
    ...{ id, kind: 'change', counts: true, reason: 'deployed' },
    minutes: pullRequestMinutes(change, link.to.finishedAt),
    causes: [{ what: 'deployment', id: link.to.id, link: link.reason }],
  };
}

/**
 * Coding, review and deployment of a pull request in minutes, each part rounded up; a part that is
 * negative or has no end is empty and adds 0. `deployedAt` in UTC milliseconds, null where it was not.
 */
export function pullRequestMinutes(
  { firstCommitAt, openedAt, mergedAt }: Pick<Change, 'firstCommitAt' | 'openedAt' | 'mergedAt'>,
  deployedAt: number | null,
): number {
  return part(firstCommitAt, openedAt) + part(openedAt, mergedAt) + part(mergedAt, deployedAt);
}

function part(from: number | null, to: number | null): number {
  if (from === null || to === null || to < from) return 0;
  return Math.ceil((to - from) / 60_000);
}
