import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';
import { placeAt } from '../reading/place.ts';
import { newestFirst } from './newest-tags.ts';
import { tagsAnswer } from './tags.ts';

/** Of each repository so many new tags are read in one sync; the rest follow in the next ones. */
export const mostNew = 500;
/** Of versions, and of other names, so many are asked whether they moved, the highest first. */
export const mostLookedAt = 100;

const tagRows = tagsAnswer(['tags']);

/** What one sync does about the tags of a repository. */
export type Plan = {
  /** Tags whose digest is not known yet. */
  read: string[];
  /** Tags that may have moved, with the artefacts they were. */
  look: { tag: string; was: NormalisedArtefact[] }[];
  /** Artefacts that are taken to be as they were: nothing is asked about them in this sync. */
  kept: NormalisedArtefact[];
  warnings: ImportWarning[];
};

export function planOf(
  name: string,
  listed: readonly unknown[],
  stored: readonly NormalisedArtefact[],
): Plan {
  const warnings: ImportWarning[] = [];
  const place = placeAt(name, warnings);
  const rows = tagRows.read({ name, tags: listed }, place, []);
  const tags = rows.flatMap((row) => (row.kind === 'artefact' ? [row.version] : []));
  const known = Map.groupBy(
    stored.filter((row) => row.name === name && row.digest !== null),
    ({ version }) => version,
  );
  const { versions, names } = newestFirst(tags);
  const fresh = [...versions, ...names].filter((tag) => !known.has(tag));
  if (fresh.length > mostNew) {
    // A tag without its digest says nothing a gate could go by, so it is not shown half.
    place.warn('', `has ${fresh.length - mostNew} more new tags, which the next syncs read`);
  }
  const ofKnown = [versions, names].map((each) => each.filter((tag) => known.has(tag)));
  const artefactsOf = (tag: string) => known.get(tag) ?? [];
  return {
    read: fresh.slice(0, mostNew),
    look: ofKnown
      .flatMap((each) => each.slice(0, mostLookedAt))
      .map((tag) => ({ tag, was: artefactsOf(tag) })),
    kept: ofKnown.flatMap((each) => each.slice(mostLookedAt)).flatMap(artefactsOf),
    warnings,
  };
}
