import { evidence } from '#core/database/schema/evidence.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import type { Store } from '#core/database/store.ts';
import type { EvidenceDifference, EvidenceSummary } from '#shared/model/governance/evidence.ts';
import { differenceOf, differing } from '#shared/rules/governance/evidence/difference.ts';
import { countingEvidence } from '#shared/rules/governance/evidence/standing.ts';
import type { EvidenceEntry } from '#shared/rules/governance/evidence/standing.ts';
import { detailsOf } from './details.ts';
import { toEntry } from './rows.ts';

type Asked = {
  releaseId: string;
  kind: EvidenceSummary['kind'];
  /** The evidence of the gate now, and of its release as a whole. */
  entries: readonly EvidenceEntry[];
  now: number;
};

/** What came and went since the last release of the same services that has such a report. */
export function differenceToLast(
  store: Store,
  { releaseId, kind, entries, now }: Asked,
): EvidenceDifference | null {
  if (kind === 'coverage') return null;
  const ofKind = (all: readonly EvidenceEntry[]) =>
    countingEvidence(all).filter(({ summary }) => summary?.kind === kind);
  const after = ofKind(entries);
  if (after.length === 0) return null;
  const releases = releasesBefore(store, releaseId, now);
  const parts = partsOf(
    store,
    evidence,
    releases.map(({ id }) => id),
  );
  for (const release of releases) {
    const before = ofKind(parts(release.id).map(toEntry));
    if (before.length === 0) continue;
    const told = (all: readonly EvidenceEntry[]) =>
      all.map(({ detailHash }) => detailsOf(store, detailHash));
    return { release, what: differing[kind], ...differenceOf(told(before), told(after)) };
  }
  return null;
}

/** Further back nobody compares. */
const mostReleases = 20;

/** Releases that shipped a service of this one, the newest first. */
function releasesBefore(store: Store, releaseId: string, now: number) {
  return store.raw
    .prepare<{ releaseId: string; now: number; most: number }, { id: string; name: string }>(
      `SELECT r.id, r.name FROM release r
       JOIN deployment d ON d.release_id = r.id AND d.deleted_hlc IS NULL
       WHERE r.id <> @releaseId AND r.deleted_hlc IS NULL AND d.actual_end_at <= @now
       AND EXISTS (
         SELECT 1 FROM component mine JOIN component theirs ON theirs.service_id = mine.service_id
         WHERE mine.release_id = @releaseId AND mine.deleted_hlc IS NULL
         AND theirs.release_id = r.id AND theirs.deleted_hlc IS NULL)
       GROUP BY r.id ORDER BY max(d.actual_end_at) DESC, r.id LIMIT @most`,
    )
    .all({ releaseId, now, most: mostReleases });
}
