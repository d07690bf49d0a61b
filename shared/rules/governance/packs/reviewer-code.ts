/**
 * Without I, L, O, U and Z: what is read over a phone is not taken for another letter, and there are
 * as many as a prime, which lets the check letter tell all of them apart.
 */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXY';

/** Letters drawn by chance, 54 bits in all; the check letter comes after them. */
export const drawnLetters = 11;

/** A code as it is handed out, `K7QF-2M9X-R4TB`, from as many random bytes as it has drawn letters. */
export function codeFrom(bytes: Uint8Array): string {
  const drawn = [...bytes.subarray(0, drawnLetters)].map((byte) =>
    letters.charAt(byte % letters.length),
  );
  if (drawn.length < drawnLetters) throw new Error('A code needs more random bytes');
  return grouped([...drawn, checkLetter(drawn)].join(''));
}

/**
 * What is signed with, from a code as people type it: small letters, blanks and hyphens do not
 * matter, and O, I and L are the figures they look like. Null where a letter is wrong or two stand
 * in each other's place.
 */
export function readCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const all = [...plain];
  if (all.length !== drawnLetters + 1 || all.some((each) => !letters.includes(each))) return null;
  return checkLetter(all.slice(0, drawnLetters)) === all[drawnLetters] ? plain : null;
}

/** Weights that differ, modulo a prime: one wrong letter and two that changed places both show. */
function checkLetter(drawn: readonly string[]): string {
  const sum = drawn.reduce((all, each, index) => all + (index + 1) * letters.indexOf(each), 0);
  return letters.charAt(sum % letters.length);
}

function grouped(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
}
