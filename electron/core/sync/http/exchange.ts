import { Refusal } from '#shared/model/refusal.ts';
import type { Answer, GetRequest } from './answer.ts';
import { readBody } from './body.ts';
import { parseJsonBody, wordsOf } from './json-body.ts';
import type { HttpLimits } from './limits.ts';
import { serverTime } from './rate-limit.ts';
import { followable } from './same-origin.ts';
import type { Send, Sent } from './way.ts';

const redirects = new Set([301, 302, 303, 307, 308]);

/** Statuses whose bodies hold at most a message. */
const messageBytes = 256 * 1024;

/**
 * One try: sends the request and follows redirects on the same origin. The credential can leave for
 * no other origin because nothing else is ever requested here.
 * Refuses a redirect that leads elsewhere (`forbidden`) and a body that is no JSON (`unavailable`).
 */
export async function exchange(
  send: Send,
  request: GetRequest,
  limits: HttpLimits,
  { userAgent, now }: { userAgent: string; now: number },
  signal: AbortSignal,
): Promise<Answer> {
  let url = request.url;
  for (let hops = 0; ; hops += 1) {
    // Manual, so that no redirect is followed before its target was looked at.
    const response = await send(url, {
      method: request.method ?? 'GET',
      redirect: 'manual',
      headers: headersOf(request, userAgent),
      signal,
    });
    if (!redirects.has(response.status)) {
      return read(request, response, url, limits, now);
    }
    await response.body?.cancel();
    if (request.signIn?.test(response.headers.get('location') ?? '')) {
      return { kind: 'refused', status: response.status, headers: response.headers, said: '' };
    }
    if (hops === limits.maxRedirects) throw tooMany(request, limits.maxRedirects);
    url = redirectTarget(request, response, url);
  }
}

function headersOf(request: GetRequest, userAgent: string): Headers {
  const headers = new Headers({ ...request.headers, accept: request.accept });
  headers.set('user-agent', userAgent);
  if (request.credential) headers.set(request.credential.header, request.credential.value);
  if (request.etag !== undefined) headers.set('if-none-match', request.etag);
  return headers;
}

async function read(
  request: GetRequest,
  response: Sent,
  url: string,
  limits: HttpLimits,
  now: number,
): Promise<Answer> {
  const { status, headers } = response;
  const serverNow = serverTime(headers, now);
  const type = headers.get('content-type');
  if (status === 304 && request.etag !== undefined) {
    await response.body?.cancel();
    return { kind: 'not-modified', url, headers, serverNow };
  }
  if (status === 200 && request.method === 'HEAD') {
    return { kind: 'ok', url, headers, body: null, serverNow };
  }
  if (status === 200) {
    const { provider, whenTooLarge } = request;
    const bytes = await readBody(response, limits.maxBodyBytes, provider, whenTooLarge);
    const ledTo = url === request.url ? null : new URL(url).pathname;
    const body = parseJsonBody(bytes, type, limits.maxDepth, request.provider, ledTo);
    return { kind: 'ok', url, headers, body, serverNow };
  }
  const bytes = await readBody(response, messageBytes, request.provider);
  return { kind: 'refused', status, headers, said: wordsOf(bytes, type) };
}

function redirectTarget(request: GetRequest, response: Sent, from: string): string {
  const target = response.headers.get('location');
  if (target === null) {
    throw new Refusal(
      'unavailable',
      `${request.provider} answered ${response.status} (moved) without saying where to. Check the base URL`,
    );
  }
  const next = followable(target, from);
  if (next.ok) return next.url;
  throw new Refusal(
    'forbidden',
    `${new URL(from).origin} redirects to ${next.why}. It was not followed and the token was not sent there. If the server has moved, type its new base URL`,
  );
}

function tooMany(request: GetRequest, limit: number): Refusal {
  return new Refusal(
    'unavailable',
    `${request.provider} redirected more than ${limit} times. Check the base URL and the repository's name`,
  );
}
