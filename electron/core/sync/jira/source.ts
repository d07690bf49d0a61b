import { isJiraCloud, jiraPlace, projectKeys } from '#shared/rules/delivery/jira-address.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { basic, bearer, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';
import { conditionOf } from './question.ts';

/** A checked source. */
export type Jira = {
  http: Http;
  /** The root of the site or server, below which `/rest` lies. */
  baseUrl: string;
  /** As it was typed: keys of projects, or a JQL. */
  place: string;
  /** What that means in JQL. */
  condition: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
};

/**
 * Refuses (`invalid_input`) an address, a place or a given token that cannot be right. The address of
 * any page is as good as that of the root it lies below.
 */
export function placeOf({ baseUrl, repository, token }: Omit<Source, 'http'>) {
  const typed = parseBaseUrl(baseUrl);
  const base = jiraPlace(typed)?.baseUrl ?? typed;
  const { hostname } = new URL(base);
  if (/^(?:www\.|id\.|home\.)?atlassian\.(?:com|net)$/i.test(hostname)) {
    const message =
      'The address is not that of a site. Type the one Jira opens at, such as https://acme.atlassian.net';
    throw new Refusal('invalid_input', message, { baseUrl: message });
  }
  const condition = conditionOf(nameOf(repository));
  return { base, condition, credential: token === null ? null : credentialOf(token, hostname) };
}

/** Keys as Jira writes them, also where the address of a page was pasted; a JQL as it is. */
export function nameOf(typed: string): string {
  const text = jiraPlace(typed)?.project ?? typed.trim();
  return projectKeys(text)?.join(', ') ?? text;
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openJira({ http, signal, ...place }: Source): Jira {
  const { base, condition, credential } = placeOf(place);
  return { http, baseUrl: base, place: nameOf(place.repository), condition, credential, signal };
}

/** The cloud knows people by e-mail and token; a server takes a personal access token alone. */
function credentialOf(token: string, hostname: string): Credential {
  if (token.includes(':')) return basic(token);
  if (isJiraCloud(hostname) && !/^api\./i.test(hostname)) {
    const message =
      'Jira Cloud expects your e-mail address and its API token with a colon between, such as mara@acme.example:ATATT3x…; there is no colon. Type both';
    throw new Refusal('invalid_input', message, { token: message });
  }
  return bearer(token);
}

/** One GET below the root. Everything here only reads, which takes no check of the request's origin. */
export function ask(jira: Jira, path: string, more?: Pick<GetRequest, 'limits'>) {
  return jira.http.get({
    ...more,
    url: path.startsWith('/') ? `${jira.baseUrl}${path}` : path,
    baseUrl: jira.baseUrl,
    provider: 'Jira',
    credential: jira.credential,
    accept: 'application/json',
    signal: jira.signal,
  });
}

/** Where somebody waits for the answer, it is not tried for long. */
export const brief = { limits: { maxRetries: 1, longestWaitMs: 5000 } };
