import type { OutReason, RowKind } from '#shared/model/measures/terms.ts';
import { isProduction, wentLive } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { perLedger } from './per-ledger.ts';
import type { RowOut } from './measure.ts';
import type { Deployment, Finished } from './rows.ts';

/** Why an instant is not in the window and not known yet; null where it is. */
export function outsideOf({ settings, horizon }: Ledger, at: number): OutReason | null {
  if (at >= horizon) return 'inFuture';
  if (at < settings.from) return 'beforeWindow';
  return at >= settings.to ? 'afterWindow' : null;
}

export function leftOut(
  kind: RowKind,
  id: string,
  reason: OutReason,
  of: string | null = null,
): RowOut {
  return { id, kind, reason, of };
}

export type Sorted = { rows: readonly Finished[]; out: readonly RowOut[] };

/** Production deployments tried in the window, by finish, and why each other deployment is none. */
export const attemptsIn = perLedger((ledger): Sorted => {
  const rows = ledger.finished.filter(({ finishedAt }) => outsideOf(ledger, finishedAt) === null);
  const taken = new Set(rows.map(({ id }) => id));
  const out = ledger.deployments
    .filter(({ id }) => !taken.has(id))
    .map((row) => leftOut('deployment', row.id, whyNoAttempt(ledger, row)));
  return { rows, out };
});

/** Production deployments that reached users in the window; failed attempts are left out with a reason. */
export function liveIn(ledger: Ledger, whyFailed: OutReason = 'failedBeforeUsers'): Sorted {
  const { rows, out } = attemptsIn(ledger);
  const failed = rows.filter((row) => !wentLive(row));
  return {
    rows: rows.filter(wentLive),
    out: [...failed.map(({ id }) => leftOut('deployment', id, whyFailed)), ...out],
  };
}

function whyNoAttempt(ledger: Ledger, row: Deployment): OutReason {
  if (!isProduction(row, ledger.settings)) return 'notProduction';
  if (row.result === 'cancelled' || row.result === 'skipped') return row.result;
  if (row.result === 'running' || row.finishedAt === null) return 'notFinished';
  return outsideOf(ledger, row.finishedAt) ?? 'notFinished';
}

/** Whole minutes between two instants in milliseconds, cut off. */
export function minutesBetween(from: number, to: number): number {
  return Math.floor((to - from) / 60_000);
}
