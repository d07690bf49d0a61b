import { Refusal } from '#shared/model/refusal.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import { bearer, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';
import type { Asking } from '../reading/asking.ts';
import { namedPlaces, namesInOne } from '../reading/named-places.ts';
import { packageTypes, type PackagePlace } from './place.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';

/** A checked source. */
export type GithubPackages = {
  baseUrl: string;
  places: readonly PackagePlace[];
  credential: Credential | null;
  of(place: PackagePlace): Asking;
};

const ownerName = /^[\w-]+$/;
const packageName = /^(?:[^\s/?#%\\,]+\/)*[^\s/?#%\\,]+$/;
const expected = `owner and type, and a package of it where not all are meant: acme/container or acme/container/payments-api (types: ${packageTypes.join(', ')}); several with commas between`;

/** Refuses (`invalid_input`) an address, a place or a given token that cannot be right. */
export function placeOf({
  baseUrl,
  repository,
  token,
}: Pick<Source, 'baseUrl' | 'repository' | 'token'>) {
  const base = parseBaseUrl(baseUrl);
  if (/^(?:www\.)?github\.com$/i.test(new URL(base).hostname)) {
    const message = 'github.com is the website. Type its API root, https://api.github.com';
    throw new Refusal('invalid_input', message, { baseUrl: message });
  }
  const names = namedPlaces(namesInOne(repository), (each) => placeIn(each) !== null, expected);
  return {
    base,
    places: names.flatMap((each) => placeIn(each) ?? []),
    credential: token === null ? null : bearer(token),
  };
}

function placeIn(typed: string): PackagePlace | null {
  const [owner = '', asked = '', ...rest] = typed.split('/');
  const type = packageTypes.find((each) => each === asked);
  const name = rest.join('/');
  const isName = rest.length === 0 || (packageName.test(name) && !rest.some(isDots));
  if (!ownerName.test(owner) || type === undefined || !isName) return null;
  return { owner, type, name: rest.length === 0 ? null : name };
}

function isDots(part: string): boolean {
  return /^\.+$/.test(part);
}

export function openPackages({ http, signal, ...rest }: Source): GithubPackages {
  const { base, places, credential } = placeOf(rest);
  const known = { baseUrl: base, places, credential };
  return {
    ...known,
    of: (place) => ({
      ask: (url, more) =>
        http.get({
          ...{ ...more, url, baseUrl: base, credential, signal },
          ...{ provider: 'GitHub', accept: 'application/vnd.github+json' },
          headers: { 'x-github-api-version': '2022-11-28' },
        }),
      refused: (answer) => refusalOf(known, place, answer),
      unexpected: (what, found) => unexpectedShape(known, what, found),
    }),
  };
}
