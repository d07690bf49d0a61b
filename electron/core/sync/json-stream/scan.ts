const quote = 0x22;
const backslash = 0x5c;

/**
 * Where a scan over the bytes of JSON stands. It knows only strings, escapes and how deep the
 * brackets are: enough to find where a value ends, and several times faster than parsing it.
 * UTF-8 keeps this sound: no byte of a longer character equals a bracket, a quote or a backslash.
 */
export type Scan = { depth: number; deepest: number; inString: boolean; escaped: boolean };

export function newScan(): Scan {
  return { depth: 0, deepest: 0, inString: false, escaped: false };
}

/**
 * Goes on from `from` until the outermost bracket closes and returns the index after it, or -1 when
 * the bytes end first; the next bytes are then scanned with the same `scan`.
 */
export function scanContainer(scan: Scan, bytes: Uint8Array, from: number, to: number): number {
  let { depth, deepest } = scan;
  let at = scan.inString ? resumeString(scan, bytes, from, to) : from;
  // The label spares a test for each byte of a string, where most bytes are.
  next: while (at < to) {
    const byte = bytes[at++];
    if (byte === quote) {
      while (at < to) {
        const within = bytes[at++];
        if (within === quote) continue next;
        if (within === backslash) at++;
      }
      scan.inString = true;
      // A backslash as the last byte skipped one byte more than there is.
      scan.escaped = at > to;
      break;
    }
    // Setting bit 5 makes [ and { the same, and ] and }; below 0x5b there is neither.
    if (byte === undefined || byte < 0x5b) continue;
    const bracket = byte | 0x20;
    if (bracket === 0x7b) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (bracket === 0x7d && --depth <= 0) {
      scan.depth = depth;
      scan.deepest = deepest;
      return at;
    }
  }
  scan.depth = depth;
  scan.deepest = deepest;
  return -1;
}

/** The index after the string's closing quote, or `to` when it is still open there. */
function resumeString(scan: Scan, bytes: Uint8Array, from: number, to: number): number {
  let at = scan.escaped ? from + 1 : from;
  scan.escaped = false;
  for (; at < to; at++) {
    if (bytes[at] === quote) {
      scan.inString = false;
      return at + 1;
    }
    if (bytes[at] === backslash) at++;
  }
  scan.escaped = at > to;
  return to;
}

/** How many levels of brackets the bytes reach; counting stops at `enough`. */
export function deepestLevel(bytes: Uint8Array, enough: number): number {
  const scan = newScan();
  let at = 0;
  while (at >= 0 && at < bytes.length && scan.deepest < enough) {
    at = scanContainer(scan, bytes, at, bytes.length);
  }
  return scan.deepest;
}
