import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { GetRequest, Refused } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { basic, bearer, redact, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';
import { describe } from '../reading/answer-kinds.ts';
import type { Answered } from '../reading/walk.ts';

/** Prometheus or Alertmanager: the same people run both, behind the same proxy. */
export type ServerKind = {
  called: string;
  /** What follows the address people type: `/api/v1`. */
  api: string;
};

export const prometheusServer: ServerKind = { called: 'Prometheus', api: '/api/v1' };

/** A checked source, and the root of its addresses. */
export type MonitoringServer = ServerKind & {
  http: Http;
  baseUrl: string;
  root: string;
  /** Whose data is asked for where one server has several; empty where it has not. */
  tenant: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
};

/** As Mimir, Cortex and Loki take it; several are joined by a bar. */
const tenantName = /^[A-Za-z0-9!\-_.*'()|]{1,150}$/;

/** Refuses (`invalid_input`) an address or a tenant that cannot be right. */
export function placeOf({ baseUrl, repository }: Pick<Source, 'baseUrl' | 'repository'>) {
  const base = parseBaseUrl(baseUrl);
  const tenant = repository.trim();
  if (tenant !== '' && !tenantName.test(tenant)) {
    const message = `“${tenant.slice(0, 100)}” is no tenant. Type it as the server knows it, such as team-shop, or leave it empty where there are none`;
    throw new Refusal('invalid_input', message, { repository: message });
  }
  return { base, tenant };
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openServer(
  kind: ServerKind,
  { http, token, signal, ...place }: Source,
): MonitoringServer {
  const { base, tenant } = placeOf(place);
  // People copy the address of the API as often as that of the page.
  const baseUrl = base.endsWith(kind.api) ? base.slice(0, -kind.api.length) : base;
  return {
    ...{ ...kind, http, baseUrl, tenant, signal },
    root: `${baseUrl}${kind.api}`,
    credential: token === null ? null : credentialOf(token),
  };
}

/** Neither server knows people by itself; a proxy before it asks for user and password, or a token. */
function credentialOf(token: string): Credential {
  return token.includes(':') ? basic(token) : bearer(token);
}

/** One GET below the server's own address. */
export function ask(
  server: MonitoringServer,
  path: string,
  more: Pick<GetRequest, 'etag' | 'limits'> = {},
) {
  const { http, root, baseUrl, called, tenant, credential, signal } = server;
  return http.get({
    ...more,
    ...{ url: `${root}${path}`, baseUrl, provider: called, credential, signal },
    accept: 'application/json',
    headers: tenant === '' ? {} : { 'x-scope-orgid': tenant },
  });
}

/** Somebody waits for the answer, so it is not tried for long. */
export async function askOnce(server: MonitoringServer, path: string): Promise<Answered> {
  const answer = await ask(server, path, { limits: { maxRetries: 1, longestWaitMs: 5000 } });
  if (answer.kind === 'ok') return answer;
  if (answer.kind === 'refused') throw refusalOf(server, answer);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  throw unexpectedShape(server, 'an answer', null);
}

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(server: MonitoringServer, answer: Refused): Refusal {
  const [code, message] = explain(server, answer);
  return new Refusal(code, answer.said === '' ? message : `${message}. It said: ${answer.said}`);
}

/** A success with another shape than asked for: most often another system. */
export function unexpectedShape(
  server: MonitoringServer,
  expected: string,
  found: unknown,
): Refusal {
  const { called, credential } = server;
  const message = `${called} was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is that of ${called}, with the path before ${server.api}`;
  return new Refusal('unavailable', redact(message, credential));
}

function explain(server: MonitoringServer, { status, said }: Refused): [ErrorCode, string] {
  const { called, root, baseUrl, tenant, credential } = server;
  if (/no org ?id/i.test(said)) {
    return [
      'forbidden',
      `${called} at ${baseUrl} has several tenants and was not told which (${status}). Type the tenant in the connection`,
    ];
  }
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? `The proxy before ${called} refused what it was given (401): the password or token is wrong or expired. Type user:password, or the token alone, and save it with this connection`
          : `${baseUrl} answers nobody without a token (401). Type user:password, or a token, as the proxy before ${called} asks for it`,
      ];
    case 403:
      return [
        'forbidden',
        tenant === ''
          ? `Reading ${root} is not allowed (403). Whoever the token belongs to needs the right to read ${called} at the proxy before it`
          : `Reading the tenant ${tenant} is not allowed (403). Whoever the token belongs to needs the right to read it, or the tenant is another one`,
      ];
    case 404:
    case 405:
      return [
        'not_found',
        `${called} was not found at ${root} (${status}). Check the address; where a proxy serves it below a path, that belongs to it, as in https://example.com/${called.toLowerCase()}`,
      ];
    case 410:
      return ['not_found', `${root} no longer offers this (410): it was switched off`];
    case 400:
    case 422:
      return ['invalid_input', `${called} did not accept the question (${status})`];
    default:
      return [
        'unavailable',
        `${called} at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}
