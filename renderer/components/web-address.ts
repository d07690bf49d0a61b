/** Links out of imported facts go to web addresses only: a provider's text could name a script. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** A piece of typed text: words, or a web address to open. */
export type TextPiece = { text: string; href: string | null };

/** Up to a blank or a bracket; what ends a sentence or closes a bracket around it is not part of it. */
const address = /https?:\/\/[^\s<>"'`()[\]{}]+/giu;

/**
 * A typed text with the web addresses in it. What stands there is what is opened, so that no words can
 * hide where a link leads, and an address with a name before an @ in it is none.
 */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const url = match[0].replace(/[.,;:!?…]+$/u, '');
    if (!opens(url)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: null });
    pieces.push({ text: url, href: url });
    end = match.index + url.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), href: null });
  return pieces;
}

function opens(url: string): boolean {
  if (!URL.canParse(url) || !isWebAddress(url)) return false;
  const { username, password, hostname } = new URL(url);
  return username === '' && password === '' && hostname !== '';
}
