/** How well a query fits a text: null when it does not, else smaller is better. Pure. */
export function matchScore(query: string, text: string): number | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const folded = fold(text);
  let total = 0;
  for (const word of words) {
    const score = wordScore(word, folded);
    if (score === null) return null;
    total += score;
  }
  // A shorter text with the same words is more likely the one that is meant.
  return total + folded.length / 1000;
}

/** Whether a text begins as a query does, which every text does with an empty one. */
export function begins(query: string, text: string): boolean {
  return fold(text).startsWith(fold(query.trim()));
}

function wordScore(word: string, text: string): number | null {
  const at = text.indexOf(word);
  if (at === 0) return 0;
  if (at > 0) return /[\s\-./:·]/.test(text.charAt(at - 1)) ? 1 : 2;
  return isInOrder(word, text) ? 4 : null;
}

/** The letters come in this order with others between: `ngr` in `new gate rule`. */
function isInOrder(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

// Accents are left off on both sides, so that `tomas` finds Tomás.
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
}
