import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';
import type { RateLimited } from '../http/answer.ts';
import { readValidator, writeValidator } from '../http/etags.ts';
import { nextPage } from '../http/links.ts';
import { createPageGuard } from '../http/paging.ts';
import type { ArtefactSource, ListArtefacts, ListStep } from '../provider.ts';
import { artefactsIn } from '../reading/whole-list.ts';
import type { Asking } from '../reading/asking.ts';
import type { Answered } from '../reading/walk.ts';
import { packagesOf, type Package } from './list-packages.ts';
import { versions } from './packages.ts';
import { openPackages, type GithubPackages } from './source.ts';

type Steps = AsyncGenerator<ListStep<NormalisedArtefact>, void, undefined>;

/**
 * The versions of each package. Those of a package whose pages are all unchanged are given as they are
 * stored; where only some are, the others are asked for again, since what an unchanged page holds must
 * be known to tell what is gone.
 */
export const artefactSource: ArtefactSource = {
  isWhole: true,
  async *list(options) {
    const github = openPackages(options);
    let watermark = '';
    let page = 0;
    for (const place of github.places) {
      const found = await packagesOf(github, place);
      if (found.kind === 'rate-limited') return yield stopped(found);
      if (watermark === '') watermark = new Date(found.startedAt).toISOString();
      for (const each of found.packages) {
        for await (const step of versionsOf(github, github.of(place), each, options)) {
          if (step.type === 'page') page += 1;
          yield step.type === 'page' ? { ...step, page } : step;
          if (step.type === 'rate-limited') return;
        }
      }
    }
    yield { type: 'complete', watermark, warnings: [] };
  },
};

async function* versionsOf(
  github: GithubPackages,
  asking: Asking,
  { name, isImage, versions: first }: Package,
  { etags, stored }: ListArtefacts,
): Steps {
  const guard = createPageGuard();
  const unchanged: string[] = [];
  let isChanged = false;
  let url: string | null = first;
  while (url !== null && guard.enter(url)) {
    const known = readValidator(etags.get(url));
    const answer = await asking.ask(url, known ? { etag: known.etag } : {});
    if (answer.kind === 'rate-limited') return yield stopped(answer);
    if (answer.kind === 'refused') throw asking.refused(answer);
    if (answer.kind === 'not-modified') {
      unchanged.push(url);
      url = known?.next ?? null;
      continue;
    }
    isChanged = true;
    yield pageOf(asking, name, answer);
    const next = nextPage(answer.headers, answer.url, github.credential);
    const etag = answer.headers.get('etag');
    // Asked for after its rows were stored: a page that never was must not answer "unchanged".
    if (etag !== null) etags.set(url, writeValidator({ etag, next }));
    url = next;
  }
  if (!isChanged) {
    const isIts = (row: NormalisedArtefact) =>
      row.name === name && (row.digest !== null) === isImage;
    yield rowsOf(stored().filter(isIts));
    return;
  }
  for (const each of unchanged) {
    const answer = await asking.ask(each);
    if (answer.kind === 'rate-limited') return yield stopped(answer);
    if (answer.kind === 'refused') throw asking.refused(answer);
    if (answer.kind === 'ok') yield pageOf(asking, name, answer);
  }
}

function pageOf(asking: Asking, name: string, { body }: Answered): ListStep<NormalisedArtefact> {
  if (!Array.isArray(body)) throw asking.unexpected('a list of versions', body);
  const { rows, warnings } = artefactsIn('GitHub Packages', versions, body);
  return rowsOf(
    rows,
    warnings.map(({ at, reason }) => ({ at: `${name}, ${at}`, reason })),
  );
}

function rowsOf(
  rows: NormalisedArtefact[],
  warnings: { at: string; reason: string }[] = [],
): ListStep<NormalisedArtefact> {
  return { type: 'page', page: 1, rows, warnings, known: 0, total: null };
}

function stopped({ until, message }: RateLimited): ListStep<NormalisedArtefact> {
  return { type: 'rate-limited', until, message };
}
