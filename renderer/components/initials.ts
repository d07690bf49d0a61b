/** Up to two letters for a name, by what readers see as letters (`Żaneta O'Neil` is ŻO). Empty gives `?`. */
export function initials(name: string): string {
  const words = name
    .replace(/\s*\(left\)$/, '')
    .trim()
    .split(/[\s·,/]+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last].map((word) => (word === undefined ? '' : firstLetter(word)));
  return letters.join('').toLocaleUpperCase('en') || '?';
}

const letterParts = new Intl.Segmenter('en', { granularity: 'grapheme' });

function firstLetter(word: string): string {
  for (const { segment } of letterParts.segment(word))
    if (/\p{L}|\p{N}/u.test(segment)) return segment;
  return '';
}
