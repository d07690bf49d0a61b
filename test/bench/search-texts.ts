/** Pieces of the words of the trade; put together they begin alike as words of a language do. */
const pieces =
  'pay ment led ger re fund set tle in voice part cur rency cache hook limit night ly de pend up grade time out ex port table stag ing ser vice roll back con fig bor der price card ali as ver sion check out mobile gate way key vault log trace met ric'.split(
    ' ',
  );

export type BenchText = { title: string; body: string };

/** The same words every time: a few are in every other text, most in hardly any. */
export function benchTexts(count: number): { texts: BenchText[]; typed: string[] } {
  let seed = 20_261_127;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (seed >>> 8) / 0x7f_ffff;
  };
  const piece = () => pieces[Math.floor(random() * pieces.length)] ?? 'pay';
  const vocabulary = Array.from({ length: 8_000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, piece).join(''),
  );
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'payment';
  const line = (length: number) => Array.from({ length }, word).join(' ');
  const texts = Array.from({ length: count }, (_, n) => ({
    title: `${n % 3 === 0 ? `PAY-${n} ` : ''}${line(4 + Math.floor(random() * 4))}`,
    body: line(8 + Math.floor(random() * 16)),
  }));
  // What people type: one word or two of a thing they have in mind.
  const typed = Array.from({ length: 60 }, (_, n) => {
    const { title } = texts[Math.floor(random() * texts.length)] ?? { title: 'payment' };
    const words = title.split(' ');
    return words.slice(-1 - (n % 2)).join(' ');
  });
  return { texts, typed };
}

/** A text letter by letter, as it is asked for while somebody types. */
export function letters(text: string): string[] {
  return Array.from(text, (_, index) => text.slice(0, index + 1));
}
