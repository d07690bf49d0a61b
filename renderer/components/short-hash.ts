/** As many digits as tell a commit or a digest apart from all others anybody will meet. */
const shownDigits = 12;

export function shortHash(hash: string): string {
  return hash.slice(0, shownDigits);
}

/** Pixels in which the chip of a commit shows each of its digits, with the padding of a cell. */
export const commitColumnWidth = 146;
