import { asc, desc, eq } from 'drizzle-orm';
import { decision, decisionWithdrawal } from '#core/database/schema/approvals.ts';
import { cabPack, packResponse, packReviewer } from '#core/database/schema/cab.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { alive, iso, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { CabPack } from '#shared/model/governance/packs.ts';
import { Refusal } from '#shared/model/refusal.ts';

export type PackRow = Plain<typeof cabPack>;
export type ReviewerRow = Plain<typeof packReviewer>;
export type ResponseRow = Plain<typeof packResponse>;
export type DecisionRow = Plain<typeof decision> & { isWithdrawn: boolean };

export function requirePack(store: Store, id: string): PackRow {
  const row = rowOf(store, cabPack, id);
  if (row !== null) return row;
  throw new Refusal(
    'not_found',
    `There is no CAB pack with the id ${id}. It may be in another workspace; choose one from the list.`,
  );
}

/** The newest first. */
export function packRows(store: Store): PackRow[] {
  return store.orm
    .select(plain(cabPack))
    .from(cabPack)
    .where(alive(cabPack))
    .orderBy(desc(cabPack.madeAt), desc(cabPack.id))
    .all();
}

export function reviewersOf(store: Store, packIds: readonly string[]): ReviewerRow[] {
  return store.orm
    .select(plain(packReviewer))
    .from(packReviewer)
    .where(alive(packReviewer, oneOf(packReviewer.packId, packIds)))
    .orderBy(asc(packReviewer.id))
    .all();
}

/** The oldest first, as they came in. */
export function responsesOf(store: Store, packIds: readonly string[]): ResponseRow[] {
  return store.orm
    .select(plain(packResponse))
    .from(packResponse)
    .where(alive(packResponse, oneOf(packResponse.packId, packIds)))
    .orderBy(asc(packResponse.importedAt), asc(packResponse.id))
    .all();
}

export function responseByDigest(store: Store, digest: string): ResponseRow | undefined {
  return store.orm
    .select(plain(packResponse))
    .from(packResponse)
    .where(alive(packResponse, eq(packResponse.digest, digest)))
    .get();
}

/** The decisions that came by these answers, the oldest first. */
export function decisionsBy(store: Store, responseIds: readonly string[]): DecisionRow[] {
  const rows = store.orm
    .select(plain(decision))
    .from(decision)
    .where(alive(decision, oneOf(decision.responseId, responseIds)))
    .orderBy(asc(decision.id))
    .all();
  const { decisionId } = decisionWithdrawal;
  const ids = rows.map(({ id }) => id);
  const withdrawals = store.orm
    .select({ decisionId })
    .from(decisionWithdrawal)
    .where(alive(decisionWithdrawal, oneOf(decisionId, ids)))
    .all();
  const withdrawn = new Set(withdrawals.map((row) => row.decisionId));
  return rows.map((row) => ({ ...row, isWithdrawn: withdrawn.has(row.id) }));
}

export function toPack(row: PackRow): CabPack {
  const { id, title, meetingId, fingerprint, digest, expiresOn, madeById } = row;
  return {
    ...{ id, title, meetingId, fingerprint, digest, expiresOn, madeById },
    madeAt: iso(row.madeAt),
    items: row.items.map(({ facts: _facts, ...item }) => item),
  };
}
