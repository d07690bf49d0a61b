import { Refusal } from '#shared/model/refusal.ts';

/** One header that proves who asks, and the secret inside it, which no message may repeat. */
export type Credential = { header: string; value: string; secret: string };

/** `Authorization: Bearer <token>`. Refuses a token no header can carry, without repeating it. */
export function bearer(token: string): Credential {
  return { header: 'authorization', value: `Bearer ${headerSafe(token)}`, secret: token.trim() };
}

/** Outer blanks come from copying; anything else outside visible ASCII means a wrong paste. */
function headerSafe(token: string): string {
  const trimmed = token.trim();
  const position = trimmed.search(/[^\x21-\x7e]/);
  if (trimmed === '' || position >= 0) {
    const found = trimmed === '' ? 'it is empty' : `character ${position + 1} is not one`;
    const message = `A token has only visible ASCII characters and no blanks; ${found}. Copy it again`;
    throw new Refusal('invalid_input', message, { token: message });
  }
  return trimmed;
}

/**
 * The text with the credential's secret taken out, as it is and as a URL or base64 would write it;
 * in any case of its letters, because a host name made of it comes back in lower case.
 */
export function redact(text: string, credential: Credential | null): string {
  if (credential === null) return text;
  const { secret, value } = credential;
  const forms = [
    value,
    // Of a scheme and its words, the words alone too.
    value.slice(value.indexOf(' ') + 1),
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('base64url'),
  ];
  return forms.reduce((rest, form) => rest.replace(anyCase(form), '[redacted]'), text);
}

function anyCase(literal: string): RegExp {
  return new RegExp(literal.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), 'gi');
}

/** A header of the provider's own, `PRIVATE-TOKEN: <token>`. */
export function tokenHeader(header: string, token: string): Credential {
  return { header, value: headerSafe(token), secret: token.trim() };
}

/**
 * `Authorization: Basic <user:token>` from the two as they are kept, with a colon between. Refuses
 * what has no colon, and a user or token no header can carry, without repeating either.
 */
export function basic(userAndToken: string): Credential {
  const colon = userAndToken.indexOf(':');
  const user = userAndToken.slice(0, Math.max(colon, 0)).trim();
  if (user === '' || /\p{Cc}/u.test(user)) {
    const found = colon < 0 ? 'there is no colon' : 'no user name stands before the colon';
    const message = `Expected the user name and its API token with a colon between, such as mara:11d0c0ffee; ${found}. Type both`;
    throw new Refusal('invalid_input', message, { token: message });
  }
  const secret = headerSafe(userAndToken.slice(colon + 1));
  const value = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
  return { header: 'authorization', value, secret };
}

/** `Authorization: Basic`, the token as the password of a user without a name. */
export function passwordOnly(token: string): Credential {
  const secret = headerSafe(token);
  const value = `Basic ${Buffer.from(`:${secret}`).toString('base64')}`;
  return { header: 'authorization', value, secret };
}
