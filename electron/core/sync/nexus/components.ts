import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { artefactKey, bytes, digestOf, isCompanion } from '../reading/artefacts.ts';
import { numberOf, text } from '../reading/fields.ts';
import { longestText, storable, word } from '../reading/place.ts';

const asset = z.object({
  path: text,
  downloadUrl: text,
  checksum: z.object({ sha256: text, sha1: text }).nullish(),
  lastModified: text,
  blobCreated: text,
  fileSize: bytes,
});

const component = z.object({
  repository: text,
  format: text,
  group: text,
  name: z.string().min(1).max(longestText),
  version: text,
  assets: z.array(asset).nullish(),
});

/** A version in one of the repositories of Nexus. */
export const components: AnswerKind = {
  kinds: ['components', 'component', 'search'],
  listAt: ['items'],
  isRow: (value) => 'repository' in value && 'format' in value && 'name' in value,
  read(value, place) {
    const found = shaped(component, value, place, 'the component');
    if (found === null) return [];
    const repository = storable(found.repository) ?? '';
    const name = fullName(found);
    const version = storable(found.version) ?? '';
    const file = mainFile(found.assets ?? []);
    const digest = digestOf(file?.checksum ?? {});
    return [
      {
        kind: 'artefact',
        externalId: artefactKey({ repository, name, version, digest }),
        ...{ repository, name, version, digest },
        publishedAt: place.date('assets', file?.blobCreated || file?.lastModified),
        size: numberOf(file?.fileSize),
        url: place.link('assets', file?.downloadUrl),
      },
    ];
  },
};

/** The one file the component is; null where there are several, none of which speaks for all. */
function mainFile(assets: readonly z.infer<typeof asset>[]) {
  const own = assets.filter(({ path }) => !isCompanion(path ?? ''));
  return own.length === 1 ? own[0] : undefined;
}

/** As people of each format write it; a raw file has its folder in its name already. */
function fullName({ format, group, name }: z.infer<typeof component>): string {
  const own = storable(name) ?? '';
  const of = storable(group) ?? '';
  if (of === '' || word(format) === 'raw') return own;
  if (word(format) === 'npm') return `@${of}/${own}`;
  return word(format) === 'maven2' ? `${of}:${own}` : `${of}/${own}`;
}
