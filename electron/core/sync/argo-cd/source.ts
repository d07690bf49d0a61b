import { Refusal } from '#shared/model/refusal.ts';
import type { GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { bearer, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';

/** A checked source. */
export type ArgoCd = {
  http: Http;
  /** The root of the server, also below a path. */
  baseUrl: string;
  /** Empty reads the applications of all projects. */
  project: string;
  /** Empty reads all applications of the project. */
  application: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
};

/** As Kubernetes names things. */
const named = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** `project/application` as it is kept, without blanks and slashes around the two. */
export function nameOf(repository: string): string {
  const parts = repository.split('/').map((part) => part.trim());
  return parts.filter((part) => part !== '').join('/');
}

/** The root people see in the browser: pages and API lie below it. */
function rootOf(baseUrl: string): string {
  return parseBaseUrl(baseUrl).replace(/\/(?:api(?:\/v1)?|applications)$/, '');
}

/** Refuses (`invalid_input`) an address, a place or a token that cannot be right. */
export function check({ baseUrl, repository, token }: Omit<Source, 'http'>): void {
  rootOf(baseUrl);
  const kept = nameOf(repository);
  const parts = kept === '' ? [] : kept.split('/');
  if (parts.length > 2 || !parts.every((part) => named.test(part))) {
    const message = `“${repository.trim().slice(0, 100)}” is no project or application. Type the project, or the project and one application of it with a slash between, such as default/shop; leave it empty for all projects`;
    throw new Refusal('invalid_input', message, { repository: message });
  }
  if (token !== null) bearer(token);
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openArgoCd({ http, token, signal, ...place }: Source): ArgoCd {
  check({ ...place, token });
  const [project = '', application = ''] = nameOf(place.repository).split('/');
  return {
    ...{ http, baseUrl: rootOf(place.baseUrl), project, application, signal },
    credential: token === null ? null : bearer(token),
  };
}

/** One GET below the server's API. */
export function ask(argo: ArgoCd, path: string, more?: Pick<GetRequest, 'limits'>) {
  return argo.http.get({
    ...more,
    url: `${argo.baseUrl}/api${path}`,
    baseUrl: argo.baseUrl,
    provider: 'Argo CD',
    credential: argo.credential,
    accept: 'application/json',
    whenTooLarge:
      'Argo CD gives its applications in one answer: read them project by project, each with a connection of its own',
    signal: argo.signal,
  });
}

/** The list of the place's applications; `fields` of it, or all. */
export function listPath({ project, application }: ArgoCd, fields: readonly string[] = []): string {
  const query = new URLSearchParams({
    ...(project === '' ? {} : { projects: project }),
    ...(application === '' ? {} : { name: application }),
    ...(fields.length === 0 ? {} : { fields: fields.join(',') }),
  });
  return `/v1/applications${query.size === 0 ? '' : `?${query}`}`;
}

/** The page of an application. */
export function linkOf(baseUrl: string, name: string, namespace = ''): string {
  const parts = namespace === '' ? [name] : [namespace, name];
  return `${rootOf(baseUrl)}/applications/${parts.map(encodeURIComponent).join('/')}`;
}
