const quote = 0x22;
const backslash = 0x5c;

/** Space, tab, line feed, carriage return: all that JSON counts as blank. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

const delimiters = new Set(Buffer.from(',:[]{}"'));

/** A byte that ends a number or a word. */
export function isDelimiter(byte: number | undefined): boolean {
  return byte !== undefined && (isBlank(byte) || delimiters.has(byte));
}

/** The index after the string, number or word that begins at `from`; -1 when the bytes end first. */
export function tokenEnd(bytes: Uint8Array, from: number, to: number): number {
  const isText = bytes[from] === quote;
  for (let at = from + 1; at < to; at++) {
    if (!isText && isDelimiter(bytes[at])) return at;
    if (isText && bytes[at] === quote) return at + 1;
    if (isText && bytes[at] === backslash) at++;
  }
  return -1;
}

/** What stands at an offset, as a message shows it: a character, or words for what cannot be seen. */
export function shown(bytes: Uint8Array, at: number): string {
  const byte = bytes[at];
  if (byte === undefined) return 'the end of the file';
  if (byte < 0x20 || byte === 0x7f) return `control character ${byte}`;
  const text = Buffer.from(bytes.subarray(at, at + 4)).toString('utf8');
  return `“${Array.from(text)[0] ?? ''}”`;
}
