import { Refusal } from '#shared/model/refusal.ts';
import type { Answer, GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { bearer, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';

/** A checked source with the root of the repository's addresses. */
export type Github = {
  http: Http;
  baseUrl: string;
  repository: string;
  /** `<base URL>/repos/<owner>/<name>` */
  root: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
};

const ownerAndName = /^[\w.-]+\/[\w.-]+$/;

/** Refuses (`invalid_input`) a base URL or a repository that cannot be right. */
export function placeOf({ baseUrl, repository }: Pick<Source, 'baseUrl' | 'repository'>) {
  const base = parseBaseUrl(baseUrl);
  if (/^(www\.)?github\.com$/i.test(new URL(base).hostname)) {
    throw refuse('baseUrl', 'github.com is the website. Type its API root, https://api.github.com');
  }
  const name = repository.trim();
  if (!ownerAndName.test(name) || name.split('/').some((part) => /^\.+$/.test(part))) {
    throw refuse(
      'repository',
      `“${name.slice(0, 100)}” is no repository. Type owner and name, such as acme/shop`,
    );
  }
  return { base, name };
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openGithub({ http, token, signal, ...place }: Source): Github {
  const { base, name } = placeOf(place);
  const credential = token === null ? null : bearer(token);
  return {
    http,
    baseUrl: base,
    repository: name,
    root: `${base}/repos/${name}`,
    credential,
    signal,
  };
}

/** One GET with the headers GitHub wants: the version is pinned so that answers keep their shape. */
export function ask(github: Github, url: string, more?: Pick<GetRequest, 'etag' | 'limits'>) {
  return github.http.get({
    ...more,
    url,
    baseUrl: github.baseUrl,
    provider: 'GitHub',
    credential: github.credential,
    accept: 'application/vnd.github+json',
    headers: { 'x-github-api-version': '2022-11-28' },
    signal: github.signal,
  });
}

export type Github200 = Extract<Answer, { kind: 'ok' }>;

function refuse(field: string, message: string): Refusal {
  return new Refusal('invalid_input', message, { [field]: message });
}
