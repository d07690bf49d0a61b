import { Refusal } from '#shared/model/refusal.ts';
import type { GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { tokenHeader, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';

/** A checked source with the root of the project's addresses. */
export type Gitlab = {
  http: Http;
  baseUrl: string;
  /** As it was typed: the path, or the number. */
  project: string;
  /** `<server>/api/v4` */
  api: string;
  /** `<server>/api/v4/projects/<project, encoded once>` */
  root: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
};

/** `group/sub/project`, or the project's number. */
const projectName = /^(?:\d+|[^\s/?#%]+(?:\/[^\s/?#%]+)+)$/;

/** Refuses (`invalid_input`) an address or a project that cannot be right. */
export function placeOf({ baseUrl, repository }: Pick<Source, 'baseUrl' | 'repository'>) {
  const base = parseBaseUrl(baseUrl);
  const project = repository.trim();
  if (!projectName.test(project) || project.split('/').some((part) => /^\.+$/.test(part))) {
    const message = `“${project.slice(0, 100)}” is no project. Type its path with all groups, such as acme/shop/payments, or its number`;
    throw new Refusal('invalid_input', message, { repository: message });
  }
  return { base, project };
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openGitlab({ http, token, signal, ...place }: Source): Gitlab {
  const { base, project } = placeOf(place);
  const api = base.endsWith('/api/v4') ? base : `${base}/api/v4`;
  return {
    ...{ http, baseUrl: base, project, api, signal },
    root: `${api}/projects/${encodeURIComponent(project)}`,
    credential: token === null ? null : tokenHeader('private-token', token),
  };
}

/** One GET. Everything asked of GitLab here is below the server's own address. */
export function ask(gitlab: Gitlab, url: string, more?: Pick<GetRequest, 'etag' | 'limits'>) {
  return gitlab.http.get({
    ...more,
    url,
    baseUrl: gitlab.baseUrl,
    provider: 'GitLab',
    credential: gitlab.credential,
    accept: 'application/json',
    signal: gitlab.signal,
  });
}
