import { Refusal } from '#shared/model/refusal.ts';
import type { RateLimited } from '../http/answer.ts';
import type { Provider, Source } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { ociAnswers } from './answers.ts';
import { artefactSource } from './list.ts';
import { firstTags, tagPage, tagsPerPage, type TagPage } from './list-tags.ts';
import { mostLookedAt, mostNew } from './plan.ts';
import { digestNow } from './read-manifest.ts';
import { noRegistry } from './refusal.ts';
import { asksTokenAt, nameOf, openRegistry, placeOf, send, type Registry } from './source.ts';

const howTo =
  'Export the tags with: curl https://REGISTRY/v2/NAME/tags/list, or manifests with name, tag and digest beside them';

/** A registry of container images, or of anything that is stored as one. */
export const oci: Provider = {
  called: 'an OCI registry',
  check: placeOf,
  nameOf,
  asksTokenAt,
  artefacts: artefactSource,
  async test(source: Source) {
    const registry = openRegistry(source);
    await requireRegistry(registry);
    const notes: string[] = [];
    for (const name of registry.names) {
      const read = toldOf(await tagPage(registry, name, firstTags(registry, name)));
      notes.push(...notesOn(name, read));
      const tag = read.tags.find((each) => typeof each === 'string' && each !== '');
      if (typeof tag !== 'string') continue;
      const digest = await digestNow(registry, name, tag);
      if (digest.kind === 'told' && digest.told === null) {
        notes.push(`${name}:${tag} is shown without a digest, so nothing can be checked by it`);
      }
    }
    return { repository: nameOf(source.repository), workflows: [], notes };
  },
  readFile: (chunks, options) =>
    readAnswersFile(
      { called: 'an OCI registry', answers: ociAnswers, howTo: `${howTo}.` },
      chunks,
      options,
    ),
};

/** Any registry answers here, if only that it wants to be signed in at; most other servers do not. */
async function requireRegistry(registry: Registry): Promise<void> {
  const limits = { maxRetries: 1, longestWaitMs: 5000 };
  const answer = await send(registry, `${registry.root}/`, null, { method: 'HEAD', limits });
  const isNone = answer.kind === 'refused' && [404, 410].includes(answer.status);
  if (isNone) throw noRegistry(registry, answer.status);
}

function toldOf(read: TagPage | RateLimited): TagPage {
  if ('kind' in read) throw new Refusal('unavailable', read.message);
  return read;
}

function notesOn(name: string, { tags, next }: TagPage): string[] {
  if (tags.length === 0) return [`${name} has no tag yet`];
  if (next === null && tags.length < tagsPerPage) return [];
  return [
    `${name} has ${tagsPerPage} tags or more. Of new ones the digests of ${mostNew} are read in each sync; of known ones the ${mostLookedAt} highest versions and as many other names are looked at again`,
  ];
}
