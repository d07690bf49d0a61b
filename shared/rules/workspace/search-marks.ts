import type { Part } from '#shared/model/workspace/search.ts';
import type { SearchWord } from './search-query.ts';
import { wordsOf } from './search-query.ts';

/** A line of the answer is no longer; what is longer is cut around the first word that was found. */
const longest = 160;
const before = 40;
/** Words are looked for in the beginning of a text of any length. */
const looked = 20_000;

/**
 * A text in pieces, those marked that begin with one of the folded words: shortened to one line
 * around the first of them.
 */
export function markedLine(text: string, words: readonly SearchWord[]): Part[] {
  const line = text.slice(0, looked).replace(/\s+/g, ' ').trim();
  const found = marksOf(line, words);
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

/** Which of the words begin a word of the text. */
export function wordsIn(text: string, words: readonly SearchWord[]): SearchWord[] {
  const there = wordsOf(text.slice(0, looked));
  return words.filter((word) => there.some(({ folded }) => folded.startsWith(word.folded)));
}

type Mark = { at: number; end: number };

/** Marked words that only a sign parts, as in PAY-12, are one mark. */
function marksOf(line: string, words: readonly SearchWord[]): Mark[] {
  const marks: Mark[] = [];
  for (const { at, end, folded } of wordsOf(line)) {
    if (!words.some((word) => folded.startsWith(word.folded))) continue;
    const last = marks.at(-1);
    if (last !== undefined && at - last.end === 1 && line[last.end] !== ' ') last.end = end;
    else marks.push({ at, end });
  }
  return marks;
}

/** The start of the word at or after a place, so that none is cut in two. */
function wordStart(line: string, place: number): number {
  const space = line.indexOf(' ', place);
  return space < 0 || space > place + before ? place : space + 1;
}
