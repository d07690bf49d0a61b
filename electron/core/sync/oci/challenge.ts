/** How a registry asks to be signed in at (RFC 9110 section 11.6.1): the words of `WWW-Authenticate`. */
export type Challenge = {
  /** It takes the user and token themselves. */
  basic: boolean;
  /** It takes a token of its own, which `realm` gives for `service`. */
  bearer: { realm: string; service: string | null } | null;
};

const parameter = /([a-z_-]+)\s*=\s*(?:"([^"]*)"|([^\s,"]+))/gi;

export function readChallenge(header: string | null): Challenge {
  const text = header ?? '';
  const basic = /(?:^|,)\s*basic(?:\s|,|$)/i.test(text);
  // What follows belongs to it up to the name of another scheme, which has no equals sign behind it.
  const [, words = ''] = /(?:^|,)\s*bearer\s+(.*)/is.exec(text) ?? [];
  const found = new Map<string, string>();
  for (const [, name = '', quoted, bare] of words.matchAll(parameter)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, quoted ?? bare ?? '');
  }
  const realm = found.get('realm') ?? '';
  const bearer = realm === '' ? null : { realm, service: found.get('service') ?? null };
  return { basic, bearer };
}
