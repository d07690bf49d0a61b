import type { Ledger } from '../ledger.ts';
import { wentLive } from '../ledger.ts';
import type { RowOut } from '../measure.ts';
import { perLedger } from '../per-ledger.ts';
import type { Finished } from '../rows.ts';
import { attemptsIn, leftOut, outsideOf } from '../window.ts';

/** A release by the production deployments that name it. */
export type ReleaseOut = {
  id: string;
  /** Tried, by finish; at least one. */
  attempts: readonly Finished[];
  /** Those of them that reached users. */
  live: readonly Finished[];
};

type Releases = { rows: readonly ReleaseOut[]; out: readonly RowOut[] };

/**
 * Releases by their production deployments, in the order of the first one. A release belongs to
 * the window in which its first deployment was tried, so that windows side by side count it once.
 */
export const releasesOut = perLedger((ledger): Releases => {
  const all = everyReleaseOut(ledger);
  const rows = all.filter(({ attempts }) => isIn(ledger, attempts[0]));
  const out = all.flatMap(({ id, attempts: [first] }) => {
    const reason = first === undefined ? null : outsideOf(ledger, first.finishedAt);
    return reason === null ? [] : [leftOut('release', id, reason)];
  });
  return { rows, out: [...out, ...strays(ledger)] };
});

/** All releases that any production deployment names, whenever it ended. */
export const everyReleaseOut = perLedger(({ finished }): readonly ReleaseOut[] => {
  const named = Map.groupBy(finished, ({ releaseId }) => releaseId);
  return [...named].flatMap(([id, attempts]) =>
    id === null ? [] : [{ id, attempts, live: attempts.filter(wentLive) }],
  );
});

/** What no release can stand for: deployments that name none, and releases that no attempt names. */
function strays(ledger: Ledger): RowOut[] {
  const { rows, out } = attemptsIn(ledger);
  const nameless = rows.filter(({ releaseId }) => releaseId === null);
  const named = new Set(ledger.finished.map(({ releaseId }) => releaseId));
  return [
    ...nameless.map(({ id }) => leftOut('deployment', id, 'noRelease')),
    ...out.filter(({ reason }) => reason !== 'beforeWindow' && reason !== 'afterWindow'),
    ...ledger.releases
      .filter(({ id }) => !named.has(id))
      .map(({ id }) => leftOut('release', id, 'notReleased')),
  ];
}

function isIn(ledger: Ledger, first: Finished | undefined): boolean {
  return first !== undefined && outsideOf(ledger, first.finishedAt) === null;
}

/** What to say where rows are there and none of them names a release. */
export function whyNoRelease(ledger: Ledger, n: number): string | null {
  const { rows } = attemptsIn(ledger);
  if (n > 0 || rows.length === 0) return null;
  return 'No deployment of the window begins a release; count by deployment instead.';
}
