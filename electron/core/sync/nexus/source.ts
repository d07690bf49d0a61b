import type { Refusal } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import { basic, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';
import type { Asking } from '../reading/asking.ts';
import { namedPlaces } from '../reading/named-places.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';

/** A checked source with the root of the addresses of Nexus. */
export type Nexus = {
  baseUrl: string;
  /** `<base>/service/rest/v1` */
  root: string;
  /** The repositories that are read. */
  names: readonly [string, ...string[]];
  credential: Credential | null;
  /** How one of them is asked. */
  of(name: string): Asking;
};

/** As Nexus takes names, which never begin with a point or a line. */
const repositoryName = /^[A-Za-z0-9-][A-Za-z0-9._-]*$/;
const expected =
  'the name of a repository as Nexus lists it, such as maven-releases; several with commas between';

/** Refuses (`invalid_input`) an address, a name or a given token that cannot be right. */
export function placeOf({
  baseUrl,
  repository,
  token,
}: Pick<Source, 'baseUrl' | 'repository' | 'token'>) {
  return {
    base: parseBaseUrl(baseUrl).replace(/\/service\/rest(?:\/v1)?$/, ''),
    names: namedPlaces(repository, (name) => repositoryName.test(name), expected),
    credential: token === null ? null : basic(token),
  };
}

export function openNexus({ http, signal, ...place }: Source): Nexus {
  const { base, names, credential } = placeOf(place);
  const known = { baseUrl: base, root: `${base}/service/rest/v1`, names, credential };
  return {
    ...known,
    of: (name) => ({
      ask: (url, more) =>
        http.get({
          ...{ ...more, url, baseUrl: base, credential, signal },
          ...{ provider: 'Nexus', accept: 'application/json' },
        }),
      refused: (answer: Refused): Refusal => refusalOf(known, name, answer),
      unexpected: (what: string, found: unknown): Refusal => unexpectedShape(known, what, found),
    }),
  };
}
