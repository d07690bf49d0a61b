export type Followable = { ok: true; url: string } | { ok: false; why: string };

/**
 * Where a redirect or a paging link leads, when it stays on the origin (scheme, host and port) it
 * came from; otherwise why it is not followed. Both are compared after parsing, so `//host`,
 * backslashes and `user@host` forms cannot pass for the same place.
 */
export function followable(target: string, from: string): Followable {
  if (!URL.canParse(target, from)) return { ok: false, why: 'an address that cannot be read' };
  const url = new URL(target, from);
  if (url.origin !== new URL(from).origin || url.origin === 'null') {
    return { ok: false, why: `another server, ${url.protocol}//${url.host}` };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, why: 'an address with a user name in it' };
  }
  url.hash = '';
  return { ok: true, url: url.href };
}
