import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { artefactKey } from '../reading/artefacts.ts';
import { text } from '../reading/fields.ts';
import { longestText, storable, within, type Place } from '../reading/place.ts';
import { partsOf } from './paths.ts';

const numbered = z.object({ uri: z.string().min(2).max(longestText), started: text });

const numbers = z.object({ uri: text, buildsNumbers: z.array(z.unknown()).nullish() });

const one = z.object({
  uri: text,
  buildInfo: z.object({
    name: z.string().min(1).max(longestText),
    number: z.string().min(1).max(longestText),
    started: text,
    url: text,
  }),
});

/** Builds that were published with what they made. Artifactory keeps no outcome of them. */
export const builds: AnswerKind = {
  kinds: ['builds', 'build'],
  listAt: [],
  isRow: (value) => ['buildsNumbers', 'buildInfo', 'builds'].some((key) => key in value),
  read(value, place) {
    if ('builds' in value) {
      place.warn('builds', 'are names without a number; read the numbers of one build');
      return [];
    }
    if ('buildInfo' in value) {
      const found = shaped(one, value, place, 'the build');
      if (found === null) return [];
      const { name, number, started, url } = found.buildInfo;
      return [row(name, number, place.date('buildInfo.started', started), place, url)];
    }
    const found = shaped(numbers, value, place, 'the builds');
    if (found === null) return [];
    const name = nameIn(found.uri);
    if (name === '') {
      place.warn('uri', 'does not name the build');
      return [];
    }
    return (found.buildsNumbers ?? []).flatMap((each, n) => {
      const where = within(place, `buildsNumbers[${n}]`);
      const build = shaped(numbered, each, where, 'the number');
      if (build === null) return [];
      const number = decoded(partsOf(build.uri).join('/'));
      return [row(name, number, where.date('started', build.started), where, null)];
    });
  },
};

function row(
  rawName: string,
  number: string,
  publishedAt: string | null,
  place: Place,
  url: string | null | undefined,
): NormalisedRow {
  const name = rawName.toWellFormed();
  const version = storable(number) ?? '';
  return {
    kind: 'artefact',
    externalId: artefactKey({ name, version, digest: null }),
    ...{ repository: '', name, version, digest: null },
    ...{ publishedAt, size: null, url: place.link('buildInfo.url', url) },
  };
}

function nameIn(uri: string | null | undefined): string {
  return decoded(/\/api\/build\/([^/?#]+)/.exec(uri ?? '')?.[1] ?? '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is no encoding, and stands for itself.
    return text;
  }
}
