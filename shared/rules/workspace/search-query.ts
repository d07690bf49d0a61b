/** More than anybody types; what stands behind is not asked for. */
const mostLetters = 5000;
const mostTerms = 16;
const longestWord = 100;

/** Runs of letters and digits with their accents, which is what SQLite's tokenizer takes for a word. */
const word = String.raw`[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*`;
const wordPattern = new RegExp(word, 'gu');
/** Words without a blank between, as in PAY-914, 4.2 and payments/api: they are meant side by side. */
const termPattern = new RegExp(`${word}(?:[-._/#:@+&'’]${word})*`, 'gu');

/**
 * One word, or several that stand side by side; the last of them may be a beginning. As typed, for
 * the index, which folds by rules of its own; folded, for marks.
 */
export type SearchTerm = { typed: string[]; folded: string[] };

/** The terms of a typed text, each once. Nothing else of it ever reaches the query. */
export function searchTerms(text: string): SearchTerm[] {
  const found = text.slice(0, mostLetters).match(termPattern) ?? [];
  const terms = found.slice(0, mostTerms).map((term) => {
    const typed = wordsIn(term).slice(0, mostTerms);
    return { typed, folded: typed.map(foldWord) };
  });
  return [...new Map(terms.map((term) => [term.folded.join(' '), term])).values()];
}

function wordsIn(text: string): string[] {
  return (text.match(wordPattern) ?? []).map((each) => each.slice(0, longestWord));
}

/**
 * The terms as a query of FTS5: all of them, each as the beginning of words. Quoted they are texts
 * and no operators, and a word has no quotation mark in it.
 */
export function matchAll(terms: readonly SearchTerm[]): string {
  return terms.map(({ typed }) => `"${typed.join(' ')}"*`).join(' AND ');
}

/** The same for an index that knows no places: words that are side by side are asked for as words. */
export function matchWords(terms: readonly SearchTerm[], shortest: number): string | null {
  const words = terms.flatMap(({ typed }) =>
    typed.map((each, index) => ({ each, begins: index === typed.length - 1 })),
  );
  const asked = words.filter(({ each }) => each.length >= shortest);
  if (asked.length === 0) return null;
  return asked.map(({ each, begins }) => (begins ? `"${each}"*` : `"${each}"`)).join(' AND ');
}

/** The terms one after the other, for a ticket or number that is given whole. */
export function matchPhrase(terms: readonly SearchTerm[]): string {
  return `"${terms.flatMap(({ typed }) => typed).join(' ')}"`;
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
  return Array.from(text.matchAll(wordPattern), ({ 0: each, index }) => ({
    at: index,
    end: index + each.length,
    folded: foldWord(each),
  }));
}
