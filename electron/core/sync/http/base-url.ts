import { Refusal } from '#shared/model/refusal.ts';

/**
 * The API root a person typed, without a trailing slash. Whatever host it names is allowed, private
 * ones too: self-hosted servers are the usual case, and it was typed on purpose.
 * Refuses (`invalid_input`, field `baseUrl`) what is not a plain http or https address.
 */
export function parseBaseUrl(typed: string): string {
  const text = typed.trim();
  if (/\s/.test(text) || !URL.canParse(text)) {
    throw refuse(
      `“${shorten(text)}” is not a web address. Type one such as https://api.github.com`,
    );
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw refuse(`The address begins with ${url.protocol} but must begin with https:// or http://`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refuse(
      'The address holds a user name or password, which would be stored with it. Remove that part and type the token in its own field',
    );
  }
  if (text.includes('?') || text.includes('#')) {
    throw refuse('The address has a part after ? or #. Type only the API root, without it');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function refuse(message: string): Refusal {
  return new Refusal('invalid_input', message, { baseUrl: message });
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
