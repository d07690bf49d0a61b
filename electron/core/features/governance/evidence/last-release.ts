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
  /** When the gate is judged, milliseconds: what shipped later is no release before. */
  at: number;
};

/** What came and went since the last release of the same services that has such a report. */
export function differenceToLast(
  store: Store,
  { releaseId, kind, entries, at }: Asked,
): EvidenceDifference | null {
  if (kind === 'coverage') return null;
  const ofKind = (all: readonly EvidenceEntry[]) =>
    countingEvidence(all).filter(({ summary }) => summary?.kind === kind);
  const after = ofKind(entries);
  if (after.length === 0) return null;
  const releases = releasesBefore(store, releaseId, at);
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

/**
 * Releases that shipped a service of this one to production before it did, the newest first; where
 * nothing of a release goes to production, any of its environments counts.
 */
function releasesBefore(store: Store, releaseId: string, at: number) {
  return store.raw
    .prepare<{ releaseId: string; at: number; most: number }, { id: string; name: string }>(
      `WITH shipped AS (
         SELECT d.release_id, MAX(e.kind = 'production') AS goes_out,
           MAX(CASE WHEN e.kind = 'production' THEN d.actual_end_at END) AS out_at,
           MAX(d.actual_end_at) AS any_at
         FROM deployment d JOIN environment e ON e.id = d.environment_id
         WHERE d.deleted_hlc IS NULL GROUP BY d.release_id),
       ended AS (
         SELECT release_id, CASE WHEN goes_out THEN out_at ELSE any_at END AS at FROM shipped)
       SELECT r.id, r.name FROM release r JOIN ended ON ended.release_id = r.id
       WHERE r.id <> @releaseId AND r.deleted_hlc IS NULL
       AND ended.at <= MIN(@at, COALESCE((SELECT at FROM ended WHERE release_id = @releaseId), @at))
       AND EXISTS (
         SELECT 1 FROM component mine JOIN component theirs ON theirs.service_id = mine.service_id
         WHERE mine.release_id = @releaseId AND mine.deleted_hlc IS NULL
         AND theirs.release_id = r.id AND theirs.deleted_hlc IS NULL)
       ORDER BY ended.at DESC, r.id LIMIT @most`,
    )
    .all({ releaseId, at, most: mostReleases });
}
