/** As many digits as tell a commit or a digest apart from all others anybody will meet. */
const shownDigits = 12;

export function shortHash(hash: string): string {
  return hash.slice(0, shownDigits);
}

/** `sha256:4f5e1c2b4f5e`: a digest by how it was made and its first digits. */
export function shortDigest(digest: string): string {
  const from = digest.indexOf(':') + 1;
  return `${digest.slice(0, from)}${shortHash(digest.slice(from))}`;
}

/** Pixels in which the chip of a commit shows each of its digits, with the padding of a cell. */
export const commitColumnWidth = 146;
