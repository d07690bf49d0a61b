import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { artefactKey } from '../reading/artefacts.ts';
import { longestText, storable, within } from '../reading/place.ts';

const tagList = z.object({
  name: z.string().min(1).max(longestText),
  /** Registries write null for a repository that has none. */
  tags: z.array(z.unknown()).nullish(),
});

/** The list of tags, as a registry and those that speak its protocol send it. */
export function tagsAnswer(kinds: AnswerKind['kinds']): AnswerKind {
  return {
    kinds,
    listAt: [],
    isRow: (value) => 'tags' in value && 'name' in value,
    read(value, place) {
      const found = shaped(tagList, value, place, 'the tags');
      if (found === null) return [];
      const name = storable(found.name) ?? '';
      return (found.tags ?? []).flatMap((tag, n): NormalisedRow[] => {
        if (typeof tag !== 'string' || tag === '' || tag.length > 300) {
          within(place, `tags[${n}]`).warn('', 'expected the name of a tag');
          return [];
        }
        const version = tag.toWellFormed();
        return [
          {
            kind: 'artefact',
            externalId: artefactKey({ name, version, digest: null }),
            ...{ repository: name, name, version, digest: null },
            ...{ publishedAt: null, size: null, url: null },
          },
        ];
      });
    },
  };
}
