import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { attachmentContent } from '#core/database/schema/attached.ts';
import { evidence } from '#core/database/schema/evidence.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { DossierFacts } from '#core/reports/dossier/facts.ts';
import type { PackFile, PackRelease } from '#core/reports/pack/facts.ts';
import type { EvidenceRecord } from '#shared/model/governance/evidence.ts';
import type { PackItem } from '#shared/model/governance/packs.ts';
import type { PlacementSeverity } from '#shared/model/planning/placement.ts';
import type { Attachment } from '#shared/model/workspace/attached.ts';
import { carriedFiles } from '#shared/rules/governance/packs/carried-files.ts';

/** What a pack shows of a release and governance does not know by itself. */
export type PackSources = {
  gatherDossier: (store: Store, releaseId: string, at: number) => DossierFacts;
  findingsAt: (
    store: Store,
    releaseId: string,
    start: string,
    now: number,
  ) => { severity: PlacementSeverity; sentence: string }[];
};

/** The releases of a pack with all that is shown of them; files are shared out over all of them. */
export function gatherReleases(
  items: readonly PackItem[],
  context: Context,
  { gatherDossier, findingsAt }: PackSources,
): PackRelease[] {
  const { store, now } = context;
  const releaseIds = [...new Set(items.map(({ releaseId }) => releaseId))];
  const gathered = releaseIds.map((releaseId) => {
    const dossier = gatherDossier(store, releaseId, now);
    const asked = items.filter((item) => item.releaseId === releaseId);
    const { startAt } = dossier.release;
    return {
      dossier,
      asked: asked.map(({ gateId, fingerprint }) => ({ gateId, fingerprint })),
      findings: startAt === null ? [] : findingsAt(store, releaseId, startAt, now),
      evidence: evidenceOf(store, releaseId),
    };
  });
  const files = gathered.flatMap(({ dossier, asked, evidence: all }) =>
    inOrder(dossier.attachments, new Set(asked.map(({ gateId }) => gateId)), all),
  );
  const carried = carriedFiles(files);
  return gathered.map((release) => ({
    ...release,
    files: release.dossier.attachments.map((file) => toFile(store, file, carried.has(file.id))),
  }));
}

/** What proves the gates that are asked about first, so that it is the last to stay behind. */
function inOrder(
  files: readonly Attachment[],
  gateIds: ReadonlySet<string>,
  proofs: readonly EvidenceRecord[],
): Attachment[] {
  const proving = new Set(proofs.map(({ attachmentId }) => attachmentId));
  const rank = (file: Attachment) =>
    gateIds.has(file.subjectId) ? 0 : proving.has(file.id) ? 1 : 2;
  return files.toSorted((a, b) => rank(a) - rank(b));
}

function toFile(store: Store, file: Attachment, isCarried: boolean): PackFile {
  const { id, name, bytes, hash, subject, about } = file;
  return {
    ...{ id, name, bytes, hash },
    about: subject === 'release' ? 'the release' : (about ?? 'removed since'),
    content: isCarried ? contentOf(store, hash) : null,
  };
}

/** Null where it is missing or damaged: what no longer fits its hash is not handed on. */
export function contentOf({ orm }: Store, hash: string): Buffer | null {
  const kept = orm
    .select({ content: attachmentContent.content })
    .from(attachmentContent)
    .where(inArray(attachmentContent.hash, [hash]))
    .get();
  if (kept === undefined) return null;
  return createHash('sha256').update(kept.content).digest('hex') === hash ? kept.content : null;
}

function evidenceOf(store: Store, releaseId: string): EvidenceRecord[] {
  return partsOf(store, evidence, [releaseId])(releaseId)
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(toEvidence);
}

function toEvidence(row: Plain<typeof evidence>): EvidenceRecord {
  const { id, releaseId, gateId, kind, title, source, note, url, attachmentId } = row;
  const { digest, bytes, summary, detailHash, controlKeys, addedById, builtFrom } = row;
  return {
    ...{ id, releaseId, gateId, kind, title, source, note, url, attachmentId },
    ...{ digest, bytes, summary, detailHash, controlKeys, addedById, builtFrom, withdrawn: null },
    collectedAt: iso(row.collectedAt),
    expiresAt: isoOrNull(row.expiresAt),
    addedAt: iso(row.addedAt),
  };
}
