const hex = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z_-])/gi;
const call = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(\s*[\d.+-]/i;

/** Where a three- or four-digit `#…` is a colour rather than a number such as `PR #1234`. */
const inStyles = /[;{}]|\bsolid\b|\bdashed\b|gradient\(|:\s*#/i;

/** The first colour literal in a text, or null. Route hashes and ticket numbers are none. */
export function findColour(text: string): string | null {
  const found = call.exec(text);
  if (found !== null) return found[0];
  for (const [match] of text.matchAll(hex)) {
    if (text.trim() === match || match.length >= 7 || inStyles.test(text)) return match;
  }
  return null;
}
