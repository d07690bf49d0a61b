import { Refusal } from '#shared/model/refusal.ts';
import type { GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { bearer, tokenHeader, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';

/** A checked source. */
export type Octopus = {
  http: Http;
  /** The root of the server, also below a path. */
  baseUrl: string;
  /** As it was typed, by name, slug or id; empty is the server's default space. */
  space: string;
  /** Empty reads all projects of the space. */
  project: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
};

/** The space, and the project where one is named; their names hold no slash. */
function partsOf(repository: string): { space: string; project: string; more: boolean } {
  const [space = '', project = '', ...rest] = nameOf(repository).split('/');
  return { space, project, more: rest.length > 0 };
}

/** `Space/Project` as it is kept, without blanks and slashes around the two. */
export function nameOf(repository: string): string {
  const parts = repository.split('/').map((part) => part.trim());
  return parts.filter((part) => part !== '').join('/');
}

/** The root people see in the browser: the application and the API lie below it. */
function rootOf(baseUrl: string): string {
  return parseBaseUrl(baseUrl).replace(/\/(?:api|app)$/i, '');
}

/** Refuses (`invalid_input`) an address, a place or a token that cannot be right. */
export function check({ baseUrl, repository, token }: Omit<Source, 'http'>): void {
  rootOf(baseUrl);
  if (partsOf(repository).more) {
    const message = `“${repository.trim().slice(0, 100)}” is no space or project. Type the space, or the space and one project of it with a slash between, such as Default/Shop; leave it empty for the default space`;
    throw new Refusal('invalid_input', message, { repository: message });
  }
  if (token !== null) credentialOf(token);
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openOctopus({ http, signal, ...place }: Source): Octopus {
  check(place);
  const { space, project } = partsOf(place.repository);
  return {
    ...{ http, baseUrl: rootOf(place.baseUrl), space, project, signal },
    credential: place.token === null ? null : credentialOf(place.token),
  };
}

/** A key goes in a header of its own; a token that was given for one is a bearer's. */
function credentialOf(token: string): Credential {
  const isBearer = /^\s*eyJ[\w-]*\.[\w-]+\.[\w-]*\s*$/.test(token);
  return isBearer ? bearer(token) : tokenHeader('x-octopus-apikey', token);
}

/** One GET below the server's API. */
export function ask(octopus: Octopus, path: string, more?: Pick<GetRequest, 'limits'>) {
  return askAt(octopus, `${octopus.baseUrl}/api${path}`, more);
}

export function askAt(octopus: Octopus, url: string, more?: Pick<GetRequest, 'limits'>) {
  return octopus.http.get({
    ...more,
    url,
    baseUrl: octopus.baseUrl,
    provider: 'Octopus Deploy',
    credential: octopus.credential,
    accept: 'application/json',
    signal: octopus.signal,
  });
}

/** The page of a deployment's task, by the key of its row. */
export function linkOf(baseUrl: string, externalId: string): string | null {
  const [, space, task] = /^(Spaces-\d+)\/(ServerTasks-\d+)$/.exec(externalId) ?? [];
  return task === undefined ? null : `${rootOf(baseUrl)}/app#/${space}/tasks/${task}`;
}
