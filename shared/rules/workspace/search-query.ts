/** More than anybody types; what stands behind is not asked for. */
const mostLetters = 5000;
const mostWords = 16;

/** Runs of letters and digits with their accents, which is what SQLite's tokenizer takes for a word. */
const wordPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu;

/** As typed, for the index, which folds by rules of its own; folded, for marks. */
export type SearchWord = { typed: string; folded: string };

/** The words of a typed text, each once. Nothing else of it ever reaches the query. */
export function searchWords(text: string): SearchWord[] {
  const found = text.slice(0, mostLetters).match(wordPattern) ?? [];
  const words = new Map(
    found.map((word) => word.slice(0, 100)).map((typed) => [foldWord(typed), typed]),
  );
  return [...words].map(([folded, typed]) => ({ typed, folded })).slice(0, mostWords);
}

/**
 * The words as a query of FTS5: all of them, each as the beginning of a word. Quoted they are texts
 * and no operators, and a word has no quotation mark in it.
 */
export function matchAll(words: readonly SearchWord[]): string {
  return words.map(({ typed }) => `"${typed}"*`).join(' AND ');
}

/** The words one after the other, for a ticket or number that is given whole. */
export function matchPhrase(words: readonly SearchWord[]): string {
  return `"${words.map(({ typed }) => typed).join(' ')}"`;
}

/** Case and accents left off, so that `tomas` finds Tomás. */
export function foldWord(text: string): string {
  // Most words have nothing to be taken apart, and an answer folds hundreds of them.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
}

/** The number of the release that is meant by `R-12`, `r12`, `#12` or `12`; null by anything else. */
export function releaseNumber(text: string): number | null {
  const [, digits] = /^(?:r-?|#)?(\d{1,9})$/i.exec(text.trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** What may be a ticket or a change number: one piece with a digit in it, compared as it is written. */
export function wholeKey(text: string): string | null {
  const key = text.trim();
  return /\d/.test(key) && !/\s/.test(key) && key.length <= 100 ? foldWord(key) : null;
}

/** The beginning of a commit's hash: four digits at least, or half of all words would be one. */
export function commitStart(text: string): string | null {
  const start = text.trim().toLowerCase();
  return /^[0-9a-f]{4,64}$/.test(start) ? start : null;
}

export type Word = { at: number; end: number; folded: string };

/** Every word of a text with where it stands. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    at: index,
    end: index + word.length,
    folded: foldWord(word),
  }));
}
