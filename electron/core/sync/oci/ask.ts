import { z } from 'zod';
import type { Answer, Refused } from '../http/answer.ts';
import { bearer, type Credential } from '../http/credential.ts';
import { followable } from '../http/same-origin.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { readChallenge } from './challenge.ts';
import { elsewhere, refusalOf } from './refusal.ts';
import { provider, send, type Asked, type Registry } from './source.ts';

const visible = z
  .string()
  .max(100_000)
  .regex(/^[\x21-\x7e]+$/);
const issued = z.union([
  z.object({ token: visible }).transform(({ token }) => token),
  z.object({ access_token: visible }).transform(({ access_token: token }) => token),
]);

/**
 * One read of a repository. A registry says how it wants to be asked only when it refuses, and the
 * tokens it gives last for minutes: a 401 is answered once, and what came of it is used from then on.
 */
export async function ask(
  registry: Registry,
  name: string,
  url: string,
  more: Asked = {},
): Promise<Answer> {
  const before = registry.used.get(name) ?? Promise.resolve(firstCredential(registry));
  const answer = await send(registry, url, await before, more);
  if (answer.kind !== 'refused' || answer.status !== 401) return answer;
  // Of those that are under way at a time, one signs in for all.
  if ((registry.used.get(name) ?? before) === before) {
    registry.used.set(name, signIn(registry, name, answer, await before));
  }
  const credential = (await registry.used.get(name)) ?? null;
  if (credential === null || credential === (await before)) return answer;
  return send(registry, url, credential, more);
}

/** A token without a user is tried as it is; a user and password wait for what the registry asks. */
function firstCredential({ given }: Registry): Credential | null {
  return given !== null && isBearer(given) ? given : null;
}

function isBearer({ value }: Credential): boolean {
  return value.startsWith('Bearer ');
}

/** What to ask with after a refusal; null where nothing else is left to try. */
async function signIn(
  registry: Registry,
  name: string,
  answer: Refused,
  tried: Credential | null,
): Promise<Credential | null> {
  const { given, baseUrl, tokenServer } = registry;
  const { basic, bearer: asked } = readChallenge(answer.headers.get('www-authenticate'));
  const pair = given !== null && !isBearer(given) ? given : null;
  if (asked !== null) {
    const own = followable(asked.realm, `${baseUrl}/`);
    if (own.ok) return issue(registry, name, own.url, asked.service, pair);
    if (tokenServer !== null && isAt(asked.realm, tokenServer)) {
      return issue(registry, name, tokenServer, asked.service, pair);
    }
    if (!basic || pair === null) throw elsewhere(registry, asked.realm);
  }
  return basic && pair !== null && pair !== tried ? pair : null;
}

/** What a token server adds behind a question mark does not make it another one. */
function isAt(realm: string, typed: string): boolean {
  if (!URL.canParse(realm)) return false;
  const { origin, pathname } = new URL(realm);
  return `${origin}${pathname}`.replace(/\/+$/, '') === typed;
}

/**
 * Asks a token server for the right to read one repository: never for what the registry says beyond
 * that. What people gave goes to its origin alone.
 */
async function issue(
  registry: Registry,
  name: string,
  realm: string,
  service: string | null,
  pair: Credential | null,
): Promise<Credential> {
  const { http, signal } = registry;
  const url = new URL(realm);
  if (service !== null) url.searchParams.set('service', service);
  url.searchParams.set('scope', `repository:${name}:pull`);
  const answer = await http.get({
    ...{ url: url.href, baseUrl: url.origin, provider, credential: pair, signal },
    accept: 'application/json',
  });
  if (answer.kind === 'refused') throw refusalOf(registry, name, answer);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  const found = issued.safeParse(answer.kind === 'ok' ? answer.body : null);
  if (found.success) return bearer(found.data);
  throw new Refusal(
    'unavailable',
    `${url.origin} was expected to give a token to read ${name} with, and gave none. Check the address of the registry`,
  );
}
