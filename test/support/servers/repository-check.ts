import type { RecordedRequest } from './loopback.ts';

/** What any repository of artefacts, or the person who gave the token, would object to. */
export function repositoryObjections(
  { method, path, query, headers }: RecordedRequest,
  token: string | null,
  accept = 'application/json',
): string[] {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (headers.accept !== accept) object('something else than its JSON is accepted');
  const secret = token?.slice(token.indexOf(':') + 1) ?? '';
  if (secret !== '' && `${path}?${query}`.includes(secret)) object('the token is in the address');
  if (/%25/.test(path)) object('a name is encoded twice');
  return found;
}

/** `Authorization: Basic` of a user and token, as they are kept. */
export function asBasic(userAndToken: string | null): string {
  return `Basic ${Buffer.from(userAndToken ?? '').toString('base64')}`;
}
