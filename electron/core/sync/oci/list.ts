import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';
import type { RateLimited } from '../http/answer.ts';
import type { ArtefactSource, ListStep } from '../provider.ts';
import { askInTens } from '../reading/in-tens.ts';
import { allTags } from './list-tags.ts';
import { planOf, type Plan } from './plan.ts';
import { digestNow, readManifest, type ReadTag } from './read-manifest.ts';
import { openRegistry, type Registry } from './source.ts';

/** Rows are stored after so many tags, so that a sync cut short has not read for nothing. */
const tagsAtOnce = 50;

/**
 * Tags with their digests. The list of tags is whole and cheap; a digest costs a request, so it is
 * read once for each tag and asked for again only of those that may have moved. A tag that moved is
 * another artefact; the one it was is left out, which makes it gone.
 */
export const artefactSource: ArtefactSource = {
  isWhole: true,
  async *list(options) {
    const registry = openRegistry(options);
    const stored = options.stored();
    let watermark = '';
    let page = 0;
    for (const name of registry.names) {
      const listed = await allTags(registry, name);
      if ('kind' in listed) return yield stopped(listed);
      if (watermark === '') watermark = new Date(listed.startedAt).toISOString();
      const plan = planOf(name, listed.tags, stored);
      page += 1;
      yield pageOf(page, plan.kept, plan.warnings);
      const asks = asksOf(registry, name, plan);
      for (let from = 0; from < asks.length; from += tagsAtOnce) {
        const batch = asks.slice(from, from + tagsAtOnce);
        const { told, limited } = await askInTens(batch, (ask) => ask());
        page += 1;
        const rows = told.flatMap((each) => each.rows);
        yield pageOf(
          page,
          rows,
          told.flatMap((each) => each.warnings),
        );
        if (limited) return yield stopped(limited);
      }
    }
    yield { type: 'complete', watermark, warnings: [] };
  },
};

type Ask = () => Promise<{ kind: 'told'; told: ReadTag } | RateLimited>;

function asksOf(registry: Registry, name: string, { read, look }: Plan): Ask[] {
  return [
    ...read.map(
      (tag): Ask =>
        () =>
          readManifest(registry, name, tag),
    ),
    ...look.map(({ tag, was }): Ask => async () => {
      const now = await digestNow(registry, name, tag);
      if (now.kind !== 'told') return now;
      if (now.told === undefined) return { kind: 'told', told: { rows: [], warnings: [] } };
      const isSame = now.told === null || was.some(({ digest }) => digest === now.told);
      if (isSame) return { kind: 'told', told: { rows: was, warnings: [] } };
      return readManifest(registry, name, tag);
    }),
  ];
}

function pageOf(
  page: number,
  rows: NormalisedArtefact[],
  warnings: ImportWarning[],
): ListStep<NormalisedArtefact> {
  return { type: 'page', page, rows, warnings, known: 0, total: null };
}

function stopped({ until, message }: RateLimited): ListStep<NormalisedArtefact> {
  return { type: 'rate-limited', until, message };
}
