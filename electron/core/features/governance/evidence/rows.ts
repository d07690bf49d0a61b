import { desc, eq } from 'drizzle-orm';
import { attachment } from '#core/database/schema/attached.ts';
import { evidence } from '#core/database/schema/evidence.ts';
import { gate } from '#core/database/schema/governance.ts';
import { component } from '#core/database/schema/planning.ts';
import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import { alive, iso, isoOrNull, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { BuiltFrom, EvidenceView } from '#shared/model/governance/evidence.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import { verdictOf } from '#shared/rules/governance/evidence/report-gate.ts';
import { countingEvidence, standingOf } from '#shared/rules/governance/evidence/standing.ts';
import type { EvidenceEntry } from '#shared/rules/governance/evidence/standing.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

export type EvidenceRow = Plain<typeof evidence>;

/** As rules look at it. */
export function toEntry(row: EvidenceRow): EvidenceEntry {
  return {
    ...row,
    collectedAt: iso(row.collectedAt),
    addedAt: iso(row.addedAt),
    expiresAt: isoOrNull(row.expiresAt),
    withdrawn: row.withdrawnAt !== null,
  };
}

/** The components of a release as evidence remembers them. */
export function componentsNow(store: Store, releaseId: string): BuiltFrom[] {
  return partsOf(store, component, [releaseId])(releaseId).map(
    ({ serviceId, version, commit }) => ({ serviceId, version, commit }),
  );
}

/** The evidence of a release, the newest first, each with where it stands among that of its gate. */
export function listEvidence(store: Store, releaseId: string, now: number): EvidenceView[] {
  requireRelease(store, releaseId);
  const rows = store.orm
    .select(plain(evidence))
    .from(evidence)
    .where(alive(evidence, eq(evidence.releaseId, releaseId)))
    .orderBy(desc(evidence.addedAt), desc(evidence.id))
    .all();
  if (rows.length === 0) return [];
  const ground = {
    components: componentsNow(store, releaseId),
    serviceNames: new Map(listServices(store).map(({ id, name }) => [id, name])),
    now: iso(now),
    zone: readWorkspace(store).zone,
  };
  const limits = new Map(
    partsOf(store, gate, [releaseId])(releaseId).map((row): [string, GateLimits] => [
      row.id,
      row.limits,
    ]),
  );
  return rows.map((row) => {
    const beside = rows.filter(({ gateId }) => gateId === row.gateId).map(toEntry);
    const own = limits.get(row.gateId ?? '') ?? {};
    const standing = standingOf(toEntry(row), countingEvidence(beside), ground, own);
    const verdict = row.summary === null ? null : verdictOf(row.summary, own);
    return toView(store, row, { ...standing, verdict });
  });
}

function toView(
  store: Store,
  row: EvidenceRow,
  standing: Pick<EvidenceView, 'standing' | 'why' | 'verdict'>,
): EvidenceView {
  const { builtFrom, rev, withdrawnAt, withdrawnById, withdrawnReason, ...rest } = row;
  const file = row.attachmentId === null ? null : rowOf(store, attachment, row.attachmentId);
  return {
    ...rest,
    ...standing,
    fileName: file?.name ?? null,
    collectedAt: iso(row.collectedAt),
    addedAt: iso(row.addedAt),
    expiresAt: isoOrNull(row.expiresAt),
    withdrawn:
      withdrawnAt === null || withdrawnById === null
        ? null
        : { at: iso(withdrawnAt), byId: withdrawnById, reason: withdrawnReason },
  };
}
