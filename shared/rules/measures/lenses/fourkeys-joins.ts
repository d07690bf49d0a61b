import type { LinkReason } from '#shared/model/measures/terms.ts';
import type { Ledger } from '../ledger.ts';
import type { RowOut } from '../measure.ts';
import type { Change, Finished } from '../rows.ts';
import { leftOut } from '../window.ts';

export type Pair = { change: Change; deployment: Finished; link: LinkReason };

/**
 * Each change beside each deployment of its commit: fourkeys reads the commits of the push that a
 * deployed commit came with, so a commit deployed again brings its changes again.
 */
export function joinedChanges(ledger: Ledger): { pairs: Pair[]; out: RowOut[] } {
  const twins = sameCommitOf(ledger);
  const pairs: Pair[] = [];
  const out: RowOut[] = [];
  for (const change of ledger.changes) {
    const link = ledger.changeLinks().get(change.id);
    if (link === undefined || link.to === null) {
      out.push(leftOut('change', change.id, link?.out ?? 'notDeployed', link?.of ?? null));
    } else {
      for (const deployment of twins(link.to)) {
        pairs.push({ change, deployment, link: link.reason });
      }
    }
  }
  return { pairs, out };
}

/** All live deployments of the commit of one, itself included, by finish. */
export function sameCommitOf({ live }: Ledger): (row: Finished) => readonly Finished[] {
  const keyOf = ({ id, service, commit }: Finished) =>
    commit === null ? JSON.stringify([id]) : JSON.stringify([service, commit]);
  const byCommit = Map.groupBy(live, keyOf);
  return (row) => byCommit.get(keyOf(row)) ?? [row];
}
