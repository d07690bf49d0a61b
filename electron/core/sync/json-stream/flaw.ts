import { isBlank, isDelimiter, shown, tokenEnd } from './tokens.ts';

/** Words that are no JSON but that careless exporters write whole, so that boundaries stay sound. */
const wholeWord =
  /^(?:true|false|null|-?(?:\d[\d.eE+-]*|Infinity)|NaN|nan|None|True|False|undefined)$/;

const partners = new Map([
  [0x7d, 0x7b],
  [0x5d, 0x5b],
]);
const quote = 0x22;

/** A place where the text stops being a row of whole tokens; `at` is an index into the bytes. */
export type Flaw = { at: number; expected: string; found: string };

/**
 * Why the boundaries around a value that does not parse cannot be trusted; null when they can. With
 * every string closed on its line, every bracket met by its own kind and only known words between,
 * the fault (a comma too many, a colon missing) lies inside the value, and its neighbours are whole.
 * A lost quote or bracket shows here, because what follows it is read the wrong way round.
 */
export function flawIn(bytes: Uint8Array): Flaw | null {
  const open: number[] = [];
  const { length } = bytes;
  for (let at = 0; at < length;) {
    const byte = bytes[at];
    if (byte === undefined) break;
    if (isBlank(byte) || byte === 0x2c || byte === 0x3a) {
      at += 1;
    } else if (byte === 0x7b || byte === 0x5b) {
      open.push(byte);
      at += 1;
    } else if (partners.has(byte)) {
      if (open.pop() !== partners.get(byte)) return flaw(bytes, at, 'the other kind of bracket');
      at += 1;
    } else {
      const last = tokenEnd(bytes, at, length);
      if (last < 0) return flaw(bytes, length, 'the rest of a value');
      const token = Buffer.from(bytes.subarray(at, last)).toString('utf8');
      if (byte === quote && /[\n\r]/.test(token)) {
        return flaw(bytes, at, 'a text that closes on its line');
      }
      if (byte !== quote && !wholeWord.test(token)) return flaw(bytes, at, 'a value');
      // What touches a quote from outside: one is missing or too many, and in and out have swapped.
      const after = bytes[last];
      if (after === quote || (after !== undefined && !isDelimiter(after))) {
        return flaw(bytes, last, 'a comma');
      }
      at = last;
    }
  }
  return open.length > 0 ? flaw(bytes, length, 'a closing bracket') : null;
}

function flaw(bytes: Uint8Array, at: number, expected: string): Flaw {
  return { at, expected, found: shown(bytes, at) };
}
