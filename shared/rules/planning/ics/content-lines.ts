/** One line of an iCalendar file, `DTSTART;TZID=Europe/London:20261126T220000`; names in capitals. */
export type ContentLine = {
  name: string;
  parameters: ReadonlyMap<string, string>;
  /** As it stands in the file: a text is still escaped. */
  value: string;
};

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;

/**
 * The lines of a file, unfolded (RFC 5545, 3.1). Files are folded after so many bytes, in the middle
 * of a character too: the folds are taken out of the bytes, and only what is whole again becomes text.
 */
export function* contentLines(bytes: Uint8Array): Generator<string, void, undefined> {
  const text = new TextDecoder('utf-8').decode(unfold(bytes));
  let from = 0;
  while (from < text.length) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    if (to > from) yield text.slice(from, to);
    from = to + 1;
  }
}

/** The bytes without folds, each line ended by one line feed, whichever way the file ends them. */
function unfold(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length);
  let length = 0;
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? lineFeed;
    index += 1;
    if (byte !== lineFeed && byte !== carriageReturn) {
      whole[length++] = byte;
      continue;
    }
    if (byte === carriageReturn && bytes[index] === lineFeed) index += 1;
    const next = bytes[index];
    if (next === space || next === tab) index += 1;
    else whole[length++] = lineFeed;
  }
  return whole.subarray(0, length);
}

/** The name a line begins with, in capitals; empty for what is no property. */
export function nameOf(line: string): string {
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (character === ':' || character === ';') return line.slice(0, index).trim().toUpperCase();
  }
  return '';
}

/** Most lines have none. */
const none: ContentLine['parameters'] = new Map();

/** A line taken apart; null for what is no property, such as text that was not folded. */
export function readLine(line: string): ContentLine | null {
  const name = nameOf(line);
  if (!/^[A-Z0-9-]+$/.test(name)) return null;
  if (line[name.length] === ':')
    return { name, parameters: none, value: line.slice(name.length + 1) };
  const parameters = new Map<string, string>();
  let index = Math.min(...[':', ';'].map((mark) => placeOf(line, mark)));
  while (line[index] === ';') {
    const end = endOfParameter(line, index + 1);
    const [key = '', ...rest] = line.slice(index + 1, end).split('=');
    parameters.set(key.trim().toUpperCase(), plainParameter(rest.join('=')));
    index = end;
  }
  return line[index] === ':' ? { name, parameters, value: line.slice(index + 1) } : null;
}

function placeOf(line: string, mark: string): number {
  const found = line.indexOf(mark);
  return found < 0 ? line.length : found;
}

/** A colon or semicolon within quotation marks belongs to the parameter. */
function endOfParameter(line: string, from: number): number {
  let quoted = false;
  for (let index = from; index < line.length; index += 1) {
    const character = line[index];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ':' || character === ';')) return index;
  }
  return line.length;
}

const carets: Readonly<Record<string, string>> = { '^n': '\n', "^'": '"', '^^': '^' };

/** Without its quotation marks, and what RFC 6868 writes with a caret as it was. */
function plainParameter(text: string): string {
  return text
    .trim()
    .replaceAll('"', '')
    .replaceAll(/\^[n'^]/g, (written) => carets[written] ?? written);
}

/** The text people typed, from an escaped value. */
export function unescapeText(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replaceAll(/\\([\\;,:"nN])/g, (_whole, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  );
}

/** The parts of a list of texts; a comma that is escaped belongs to its text. */
export function textsOf(value: string): string[] {
  return value
    .split(/(?<!\\),/)
    .map((text) => unescapeText(text).trim())
    .filter((text) => text !== '');
}
