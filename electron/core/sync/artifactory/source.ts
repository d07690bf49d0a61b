import { parseBaseUrl } from '../http/base-url.ts';
import { basic, bearer, tokenHeader, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';
import type { Asking } from '../reading/asking.ts';
import { namedPlaces, namesInOne } from '../reading/named-places.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';

/** A checked source with the root of the addresses of Artifactory. */
export type Artifactory = {
  baseUrl: string;
  /** What is read: a repository, or a folder in one. */
  names: readonly [string, ...string[]];
  credential: Credential | null;
  of(name: string): Asking;
};

/** `docker-local`, `libs-release-local/com/acme`; a comma stands between two of them. */
const folder = /^[A-Za-z0-9][\w.-]*(?:\/[^/?#%\\,\p{Cc}]+)*$/u;
const expected =
  'a repository, or a folder in one, such as docker-local/acme; several with commas between';

/** Refuses (`invalid_input`) an address, a path or a given token that cannot be right. */
export function placeOf({
  baseUrl,
  repository,
  token,
}: Pick<Source, 'baseUrl' | 'repository' | 'token'>) {
  return {
    base: parseBaseUrl(baseUrl).replace(/\/api\/storage$/, ''),
    names: namedPlaces(namesInOne(repository), isFolder, expected),
    credential: token === null ? null : credentialOf(token),
  };
}

function isFolder(name: string): boolean {
  return folder.test(name) && !name.split('/').some((part) => /^\.+$/.test(part));
}

/** Keys of the old kind begin so and have a header of their own; a user makes it a password. */
function credentialOf(token: string): Credential {
  if (token.includes(':')) return basic(token);
  return token.trim().startsWith('AKC') ? tokenHeader('x-jfrog-art-api', token) : bearer(token);
}

export function openArtifactory({ http, signal, ...place }: Source): Artifactory {
  const { base, names, credential } = placeOf(place);
  const known = { baseUrl: base, names, credential };
  return {
    ...known,
    of: (name) => ({
      ask: (url, more) =>
        http.get({
          ...{ ...more, url, baseUrl: base, credential, signal },
          ...{ provider: 'Artifactory', accept: 'application/json' },
        }),
      refused: (answer) => refusalOf(known, name, answer),
      unexpected: (what, found) => unexpectedShape(known, what, found),
    }),
  };
}

/** The address of what Artifactory knows of a folder or file. */
export function storageUrl({ baseUrl }: Pick<Artifactory, 'baseUrl'>, path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return `${baseUrl}/api/storage/${parts.map(encodeURIComponent).join('/')}`;
}
