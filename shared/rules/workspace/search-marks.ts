import type { Part } from '#shared/model/workspace/search.ts';
import type { SearchTerm, Word } from './search-query.ts';
import { wordsOf } from './search-query.ts';

/** A line of the answer is no longer; what is longer is cut around the first word that was found. */
const longest = 160;
const before = 40;
/** Words are looked for in the beginning of a text of any length. */
const looked = 20_000;

/**
 * A text in pieces, those marked that fit one of the terms: shortened to one line
 * around the first of them.
 */
export function markedLine(text: string, terms: readonly SearchTerm[]): Part[] {
  const line = text.slice(0, looked).replace(/\s+/g, ' ').trim();
  const found = marksOf(line, terms);
  const first = found[0]?.at ?? 0;
  const from = line.length <= longest || first <= before ? 0 : wordStart(line, first - before);
  const to = Math.min(line.length, from + longest);
  const parts: Part[] = [];
  let at = from;
  const add = (until: number, marked: boolean) => {
    if (until > at) parts.push({ text: line.slice(at, until).toWellFormed(), marked });
    at = Math.max(at, until);
  };
  for (const mark of found) {
    if (mark.at >= to) break;
    add(Math.max(from, mark.at), false);
    add(Math.min(mark.end, to), true);
  }
  add(to, false);
  if (from > 0) parts.unshift({ text: '… ', marked: false });
  if (to < line.length) parts.push({ text: ' …', marked: false });
  return parts;
}

/** Which of the terms a text has. */
export function termsIn(text: string, terms: readonly SearchTerm[]): SearchTerm[] {
  const words = wordsOf(text.slice(0, looked));
  return terms.filter((term) => words.some((_, index) => stands(term, words, index)));
}

type Mark = { at: number; end: number };

function marksOf(line: string, terms: readonly SearchTerm[]): Mark[] {
  const words = wordsOf(line);
  const marks: Mark[] = [];
  words.forEach((word, index) => {
    for (const term of terms.filter((each) => stands(each, words, index))) {
      const end = words[index + term.folded.length - 1]?.end ?? word.end;
      const last = marks.at(-1);
      if (last !== undefined && last.end > word.at) last.end = Math.max(last.end, end);
      else marks.push({ at: word.at, end });
    }
  });
  return marks;
}

/** Whether the words of a term follow each other from a place on, the last as a beginning. */
function stands({ folded }: SearchTerm, words: readonly Word[], from: number): boolean {
  return folded.every((word, index) => {
    const there = words[from + index]?.folded;
    return index === folded.length - 1 ? there?.startsWith(word) === true : there === word;
  });
}

/** The start of the word at or after a place, so that none is cut in two. */
function wordStart(line: string, place: number): number {
  const space = line.indexOf(' ', place);
  return space < 0 || space > place + before ? place : space + 1;
}
