import { Refusal } from '#shared/model/refusal.ts';
import { deepestLevel } from '../json-stream/scan.ts';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The JSON value of a successful answer. Refuses (`unavailable`) what is not JSON, saying what came
 * instead: a sign-in page or a proxy's notice with status 200 is common.
 */
export function parseJsonBody(
  raw: Buffer,
  contentType: string | null,
  maxDepth: number,
  provider: string,
  /** The path a redirect led to, where one did. */
  ledTo: string | null = null,
): unknown {
  const bytes = raw.subarray(0, 3).equals(byteOrderMark) ? raw.subarray(3) : raw;
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (looksLikeHtml(type, bytes)) {
    if (ledTo !== null) {
      // Cut, a secret in it would no longer be found and taken out.
      const where = ledTo.length > 100 ? '' : ` at ${ledTo}`;
      throw refuse(
        `${provider} was expected to answer with JSON, but led to an HTML page${where}, as it does with people who have to sign in. Check the token, and that the base URL is the API root`,
      );
    }
    throw refuse(
      `${provider} was expected to answer with JSON, but an HTML page came. Check that the base URL is the API root; a sign-in page or a proxy also answers this way`,
    );
  }
  if (bytes.length === 0) {
    throw refuse(
      `${provider} answered with nothing where JSON was expected. Sync again; if it stays, check the base URL`,
    );
  }
  if (type !== '' && !/[/+]json$/.test(type)) {
    throw refuse(
      `${provider} was expected to answer with JSON, but “${type}” came. Check that the base URL is the API root`,
    );
  }
  if (deepestLevel(bytes, maxDepth + 1) > maxDepth) {
    throw refuse(
      `${provider} sent JSON nested deeper than ${maxDepth} levels, which no real answer is. Check the base URL`,
    );
  }
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The engine's message quotes the body; it would say less to people than the size does.
    throw refuse(
      `${provider} sent JSON that is cut short or damaged (${bytes.length} bytes). Sync again; if it stays, look for a proxy between here and there`,
    );
  }
}

export function looksLikeHtml(type: string, bytes: Buffer): boolean {
  return type.includes('html') || /^\s*<(?:!doctype|html|head|body)/i.test(start(bytes));
}

/** The server's own words in an answer that is no success: its JSON message, else a line of text. */
export function wordsOf(raw: Buffer, contentType: string | null): string {
  if (looksLikeHtml(contentType ?? '', raw)) return '';
  return oneLine(messageIn(raw) ?? start(raw));
}

function messageIn(raw: Buffer): string | null {
  try {
    const body: unknown = JSON.parse(raw.toString('utf8').replace(/^\uFEFF/, ''));
    if (typeof body !== 'object' || body === null) return null;
    // Registries send a list of errors, of which the first says what is wrong.
    const said: unknown = 'errors' in body && Array.isArray(body.errors) ? body.errors[0] : body;
    if (typeof said !== 'object' || said === null) return typeof said === 'string' ? said : '';
    const told = new Map<string, unknown>(Object.entries(said));
    const found = ['message', 'error', 'ErrorMessage'].find((key) => told.has(key));
    const words = found === undefined ? null : told.get(found);
    return typeof words === 'string' ? words : listed(body);
  } catch {
    return null;
  }
}

/** Jira lists its words, and those on a field under the field's name. */
function listed(body: object): string {
  const messages: unknown = 'errorMessages' in body ? body.errorMessages : null;
  const byField: unknown = 'errors' in body ? body.errors : null;
  return [...valuesOf(messages), ...valuesOf(byField)]
    .filter((each) => typeof each === 'string')
    .join(' ');
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function start(bytes: Buffer): string {
  return bytes.subarray(0, 300).toString('utf8');
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

function refuse(message: string): Refusal {
  return new Refusal('unavailable', message);
}
