/** A message as a file that mail programs open as a draft. */
export type EmlInput = {
  to: readonly { name: string; email: string }[];
  /** Who gets a copy. */
  cc?: readonly { name: string; email: string }[];
  subject: string;
  text: string;
  /** The same message for programs that show HTML; escaped by whoever wrote it. */
  html?: string;
  /** When it was written, as an instant. */
  at: string;
};

/** Neither a line break nor another control character may leave a header and start the next. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** An address as headers take it without quoting: anything else is left out rather than repaired. */
const plainAddress = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}$/;

/**
 * A message by RFC 5322 with MIME parts (RFC 2045), names and subject as encoded words (RFC 2047).
 * Every part is base64, so that no line is too long and no text reads as a boundary. `X-Unsent`
 * lets mail programs open it for sending; it has no sender, since that is whoever sends it.
 */
export function writeEml({ to, cc = [], subject, text, html, at }: EmlInput): string {
  const head = [
    ...addresses('To', to),
    ...addresses('Cc', cc),
    header('Subject', encoded(subject)),
    `Date: ${dateOf(at)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
  ];
  const plain = part('text/plain', text);
  if (html === undefined) return [...head, ...plain, ''].join('\r\n');
  // Base64 has no underscore, so the boundary stands in no part.
  const boundary = '=_slipway_part_=';
  return [
    ...head,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...plain,
    `--${boundary}`,
    ...part('text/html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function addresses(field: 'To' | 'Cc', people: EmlInput['to']): string[] {
  const known = people.filter(({ email }) => plainAddress.test(email));
  if (known.length === 0) return [];
  return [header(field, known.map(({ name, email }) => `${encoded(name)} <${email}>`).join(', '))];
}

/** Folds at blanks: words are 75 characters at most, so that no line comes near the limit of 998. */
function header(name: string, value: string): string {
  const lines = [`${name}:`];
  for (const word of value.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 <= 76) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines.join('\r\n');
}

/** Bytes of one encoded word: 75 characters take 45 of them beside the marks around. */
const mostBytes = 42;

/** A text as encoded words, always: what needs no quoting and no folding is never mistaken. */
function encoded(text: string): string {
  const clean = text.replace(controls, ' ').trim().toWellFormed();
  const words: string[] = [];
  let word = '';
  // By code points: no character is cut in the middle.
  for (const character of clean) {
    if (bytes(word + character).length > mostBytes) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  if (word !== '' || words.length === 0) words.push(word);
  return words.map((each) => `=?UTF-8?B?${base64(each)}?=`).join(' ');
}

function part(type: string, text: string): string[] {
  // Lines of a text end in CRLF in mail.
  const body = base64(text.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n'));
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? ['']),
  ];
}

function base64(text: string): string {
  return btoa(Array.from(bytes(text), (byte) => String.fromCharCode(byte)).join(''));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** `Thu, 26 Nov 2026 22:00:00 +0000` */
function dateOf(at: string): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
