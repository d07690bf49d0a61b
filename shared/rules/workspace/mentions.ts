/** Somebody who can be mentioned. */
export type Mentionable = { id: string; name: string };

/** A piece of a comment: a mention, with whom it means, or the text between two. */
export type Piece = { text: string; ids: readonly string[] };

/**
 * A comment in pieces. A mention is an @ at the beginning of a word with a name right behind it,
 * upper and lower case alike; of two names that fit, the longer one is meant. People who share a name
 * are all meant: it is better to tell one too many than to leave one out.
 */
export function mentionPieces(text: string, people: readonly Mentionable[]): Piece[] {
  const named = people
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  const pieces: Piece[] = [];
  let begin = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < begin || !beginsWord(text, at)) continue;
    const first = named.find(({ name }) => stands(name, text, at + 1));
    if (first === undefined) continue;
    const end = at + 1 + first.name.length;
    const written = text.slice(at + 1, end);
    const ids = named.filter(({ name }) => same(name, written)).map(({ id }) => id);
    if (at > begin) pieces.push({ text: text.slice(begin, at), ids: [] });
    pieces.push({ text: text.slice(at, end), ids });
    begin = end;
  }
  if (begin < text.length) pieces.push({ text: text.slice(begin), ids: [] });
  return pieces;
}

/** The ids of the people a comment mentions, each once, in the order they are named. */
export function mentionsIn(text: string, people: readonly Mentionable[]): string[] {
  return [...new Set(mentionPieces(text, people).flatMap(({ ids }) => ids))];
}

/** Not within a word: the @ of an e-mail address mentions nobody. */
function beginsWord(text: string, at: number): boolean {
  return !/[\p{L}\p{N}\p{M}_.+-]$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** The name stands there, and the word ends with it: `@Jon Bellamy` is not Jon Bell. */
function stands(name: string, text: string, from: number): boolean {
  const end = from + name.length;
  return (
    same(name, text.slice(from, end)) && !/^[\p{L}\p{N}\p{M}_]/u.test(text.slice(end, end + 2))
  );
}

function same(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** What is being typed behind an @ up to the caret: where the @ is and what to look for. */
export type Typing = { at: number; query: string };

/** Longer than any start of a name somebody would look up. */
const longestQuery = 40;

/** The mention that is being typed at the caret; null when none is. */
export function typingAt(text: string, caret: number): Typing | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at < 0 || caret - at - 1 > longestQuery || !beginsWord(text, at)) return null;
  const query = text.slice(at + 1, caret);
  return /[\n\r@]|^\s|\s\s/.test(query) ? null : { at, query };
}

/** The people whose name, or a word of it, begins with what was typed; as many as a list shows. */
export function suggested<P extends Mentionable>(
  { query }: Typing,
  people: readonly P[],
  most = 6,
): P[] {
  const wanted = query.toLowerCase();
  const rank = ({ name }: P): number => {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) return 0;
    return lower.split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return people
    .filter((person) => rank(person) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most);
}
