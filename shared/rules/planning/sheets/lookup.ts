import { oneLine } from '../../workspace/word-finder.ts';

/** Things by a word of theirs, in any capitals; several can share one. */
export type Lookup<Thing> = {
  all: (word: string) => readonly Thing[];
  /** The thing, where one alone has the word. */
  one: (word: string) => Thing | null;
};

export function lookupOf<Thing>(
  things: readonly Thing[],
  wordsOf: (thing: Thing) => readonly string[],
): Lookup<Thing> {
  const byWord = new Map<string, Thing[]>();
  for (const thing of things) {
    for (const word of new Set(wordsOf(thing).map(lookedUp))) {
      if (word === '') continue;
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [thing]);
      else known.push(thing);
    }
  }
  const all = (word: string) => byWord.get(lookedUp(word)) ?? [];
  return {
    all,
    one: (word) => {
      const found = all(word);
      return found.length === 1 ? (found[0] ?? null) : null;
    },
  };
}

function lookedUp(word: string): string {
  return oneLine(word.slice(0, 500)).toLowerCase();
}
