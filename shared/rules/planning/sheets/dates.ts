import type { DateOrder } from '#shared/model/planning/imports.ts';
import { clipped, oneLine } from '../../workspace/word-finder.ts';

/** A day, with a time where one stands beside it and an offset from UTC where that does. */
export type ReadDate = { date: string; time: string | null; offset: string | null };
export type DateAnswer = ReadDate | { problem: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const isoForm = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ]+(?<rest>.+))?$/i;
const slashForm =
  /^(?<one>\d{1,2})(?<mark>[/.-])(?<two>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?:[T ,]+(?<rest>.+))?$/i;
const dayWordForm =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?<word>[a-z]{3,9})\.?[ ,.-]+(?<year>\d{4}|\d{2})(?:[T ,]+(?:at )?(?<rest>.+))?$/i;
const wordDayForm =
  /^(?<word>[a-z]{3,9})\.?[ -]+(?<day>\d{1,2})(?:st|nd|rd|th)?[ ,-]+(?<year>\d{4}|\d{2})(?:[T ,]+(?:at )?(?<rest>.+))?$/i;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,.]+/i;
const timeForm =
  /^(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))?(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?:uhr|h|hrs)?\s*(?<offset>Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
/** Days since 1899-12-30, as spreadsheets count them: from 2000 to 2199. */
const serialForm = /^(?<days>\d{5,6})(?<part>\.\d+)?$/;

/** Texts longer than this are no date, and no pattern is tried on them. */
const longest = 60;

/** Reads a cell as a date. Where two numbers can each be the day, the order asked for decides. */
export function readDate(cell: string, order: DateOrder | null): DateAnswer {
  const text = oneLine(cell.slice(0, 200));
  if (text.length > longest) return { problem: `${quote(text)} is no date.` };
  const bare = text.replace(weekday, '');
  return (
    readNamed(isoForm.exec(bare), bare) ??
    readSlashed(bare, order) ??
    readNamed(dayWordForm.exec(bare) ?? wordDayForm.exec(bare), bare) ??
    readSerial(bare) ?? {
      problem: `${quote(text)} is no date with a year. Write it such as 2026-11-26.`,
    }
  );
}

/** `22:00`, `10:30 PM`, `2200`, `9.15`; null where it is none. */
export function readTime(cell: string): { time: string; offset: string | null } | null {
  const text = oneLine(cell.slice(0, 60));
  const compact = /^(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)$/.exec(text)?.groups;
  const found = compact ?? timeForm.exec(text)?.groups;
  if (found === undefined) return readDayPart(text);
  const { hour = '', minute, half, offset } = found;
  // A lone number is a time only where something says so.
  if (minute === undefined && half === undefined) return null;
  const afternoon = half === undefined ? null : half.toLowerCase().startsWith('p');
  const typed = Number(hour);
  if (afternoon !== null && (typed < 1 || typed > 12)) return null;
  const hours = afternoon === null ? typed : (typed % 12) + (afternoon ? 12 : 0);
  const minutes = Number(minute ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return { time: `${twoDigits(hours)}:${twoDigits(minutes)}`, offset: offsetOf(offset) };
}

/** What the dates of a sheet say of their order: one that fits only one way settles it for all. */
export function orderOf(cells: readonly string[]): {
  order: DateOrder | null;
  /** One that can be read both ways; null where there is none. */
  unclear: string | null;
} {
  let order: DateOrder | null = null;
  let unclear: string | null = null;
  for (const cell of cells) {
    const found = slashForm.exec(oneLine(cell.slice(0, 200)).replace(weekday, ''))?.groups;
    if (found === undefined || found['mark'] === '.') continue;
    const one = Number(found['one']);
    const two = Number(found['two']);
    if (one > 12 && two <= 12) order ??= 'day-first';
    else if (two > 12 && one <= 12) order ??= 'month-first';
    else if (one <= 12 && one !== two) unclear ??= oneLine(cell);
  }
  return { order, unclear };
}

type Groups = Record<string, string | undefined>;

function readSlashed(text: string, order: DateOrder | null): DateAnswer | null {
  const found = slashForm.exec(text)?.groups;
  if (found === undefined) return null;
  const { one = '', two = '', mark, year = '', rest } = found;
  // With full stops the day stands first wherever dates are written so.
  const used = mark === '.' ? 'day-first' : order;
  if (used === null && one !== two) {
    return {
      problem: `${quote(text)} can be read in two ways. Say whether day or month is first.`,
    };
  }
  const dayFirst = used !== 'month-first';
  const [day, month] = dayFirst ? [one, two] : [two, one];
  const answer = assemble(year, month, day, rest, text);
  if (!('problem' in answer) || Number(month) <= 12) return answer;
  const said = dayFirst ? 'the day' : 'the month';
  return { problem: `${quote(text)} does not fit the others, which have ${said} first.` };
}

function readNamed(match: RegExpExecArray | null, text: string): DateAnswer | null {
  const found: Groups | undefined = match?.groups;
  if (found === undefined) return null;
  const { year = '', month, word = '', day = '', rest } = found;
  if (month !== undefined) return assemble(year, month, day, rest, text);
  const index = months.indexOf(word.slice(0, 3).toLowerCase());
  return index < 0 ? null : assemble(year, String(index + 1), day, rest, text);
}

function readSerial(text: string): DateAnswer | null {
  const { days, part } = serialForm.exec(text)?.groups ?? {};
  const count = Number(days);
  if (days === undefined || count < 36_526 || count > 109_574) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + count * 86_400_000).toISOString().slice(0, 10);
  return { date, time: part === undefined ? null : timeOfPart(Number(part)), offset: null };
}

/** A part of a day, as spreadsheets keep times: 0.75 is 18:00. */
function readDayPart(text: string): { time: string; offset: null } | null {
  return /^0?\.\d+$/.test(text) ? { time: timeOfPart(Number(text)), offset: null } : null;
}

function timeOfPart(part: number): string {
  const minutes = Math.round(part * 1440) % 1440;
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function assemble(
  year: string,
  month: string,
  day: string,
  rest: string | undefined,
  text: string,
): DateAnswer {
  const whole = year.length === 2 ? `20${year}` : year;
  const date = `${whole}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`;
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date) {
    return { problem: `${quote(text)} does not exist. Correct the date.` };
  }
  if (whole < '2000' || whole > '2199') {
    return { problem: `${quote(text)} is not between 2000 and 2199. Correct the year.` };
  }
  if (rest === undefined || rest.trim() === '') return { date, time: null, offset: null };
  const time = readTime(rest);
  if (time === null) return { problem: `${quote(text)}: ${quote(rest)} is no time such as 22:00.` };
  return { date, ...time };
}

function offsetOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (!/^[+-]/.test(text)) return 'Z';
  return text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function quote(text: string): string {
  return `“${clipped(text)}”`;
}
