/** How one word of a calendar format is written and which numbers it takes. */
type WordRule = {
  unit: 'year' | 'month' | 'week' | 'day' | 'major' | 'minor' | 'micro';
  padded: boolean;
  least: number;
  most: number | null;
  /** The number of 26 November 2026 (week 48), and 4.2.0 for the counted words. */
  sample: string;
};

/** The CalVer words (calver.org); years of two digits count from 2000 and may grow a third digit. */
const words = {
  YYYY: { unit: 'year', padded: false, least: 1000, most: 9999, sample: '2026' },
  YY: { unit: 'year', padded: false, least: 0, most: 999, sample: '26' },
  '0Y': { unit: 'year', padded: true, least: 0, most: 999, sample: '26' },
  MM: { unit: 'month', padded: false, least: 1, most: 12, sample: '11' },
  '0M': { unit: 'month', padded: true, least: 1, most: 12, sample: '11' },
  WW: { unit: 'week', padded: false, least: 1, most: 53, sample: '48' },
  '0W': { unit: 'week', padded: true, least: 1, most: 53, sample: '48' },
  DD: { unit: 'day', padded: false, least: 1, most: 31, sample: '26' },
  '0D': { unit: 'day', padded: true, least: 1, most: 31, sample: '26' },
  MAJOR: { unit: 'major', padded: false, least: 0, most: null, sample: '4' },
  MINOR: { unit: 'minor', padded: false, least: 0, most: null, sample: '2' },
  MICRO: { unit: 'micro', padded: false, least: 0, most: null, sample: '0' },
} as const satisfies Record<string, WordRule>;

type Word = keyof typeof words;
type Part = { word: Word } | { separator: string };

export type CalendarFormat = { ok: true; parts: Part[] } | { ok: false; message: string };

const token = /YYYY|0Y|YY|0M|MM|0W|WW|0D|DD|MAJOR|MINOR|MICRO|[.\-_+]/y;
const wordList = Object.keys(words).join(', ');

function isWord(text: string): text is Word {
  return Object.hasOwn(words, text);
}

export function parseCalendarFormat(format: string): CalendarFormat {
  const parts: Part[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < format.length) {
    const at = token.lastIndex;
    const text = token.exec(format)?.[0];
    if (text === undefined) {
      return refuse(
        `“${format.slice(at)}” starts with none of the words ${wordList}, and none of . - _ +`,
      );
    }
    parts.push(isWord(text) ? { word: text } : { separator: text });
  }
  return checkParts(parts);
}

function checkParts(parts: Part[]): CalendarFormat {
  const units = new Set<string>();
  for (const [index, part] of parts.entries()) {
    if (!('word' in part)) continue;
    const { unit } = words[part.word];
    if (units.has(unit)) return refuse(`the ${unit} is there twice; keep one word for it`);
    units.add(unit);
    const next = parts[index + 1];
    if (next && 'word' in next && fixedWidth(part.word) === null) {
      return refuse(`${part.word}${next.word} cannot be told apart; put a dot between the two`);
    }
  }
  if (![...units].some((unit) => ['year', 'month', 'week', 'day'].includes(unit))) {
    return refuse(
      'it has no year, month, week or day; choose semantic versions or a pattern instead',
    );
  }
  return { ok: true, parts };
}

function refuse(message: string): { ok: false; message: string } {
  return { ok: false, message };
}

function fixedWidth(word: Word): number | null {
  if (word === 'YYYY') return 4;
  return words[word].padded && word !== '0Y' ? 2 : null;
}

export function calendarExample(parts: readonly Part[]): string {
  return parts.map((part) => ('word' in part ? words[part.word].sample : part.separator)).join('');
}

/** The numbers of a version in the order of its format, or why it does not fit. */
export function readCalendarVersion(
  parts: readonly Part[],
  version: string,
): { ok: true; numbers: number[] } | { ok: false; message: string } {
  // Any digits are read where the format still tells numbers apart, so that the reason can be named.
  const shape = parts.map((part, index) => {
    if ('separator' in part) return `\\${part.separator}`;
    const next = parts[index + 1];
    return next && 'word' in next ? `(\\d{${fixedWidth(part.word)}})` : '(\\d+)';
  });
  const found = new RegExp(`^${shape.join('')}$`).exec(version);
  if (!found) return refuse('the numbers or the signs between them do not fit the format');
  const inOrder = parts.flatMap((part) => ('word' in part ? [part.word] : []));
  const values: Partial<Record<WordRule['unit'], number>> = {};
  const numbers: number[] = [];
  for (const [index, word] of inOrder.entries()) {
    const text = found[index + 1] ?? '';
    const problem = wordProblem(word, text);
    if (problem !== null) return refuse(problem);
    const number = Number(text);
    values[words[word].unit] = word === 'YY' || word === '0Y' ? 2000 + number : number;
    numbers.push(number);
  }
  const problem = dayProblem(values.year, values.month, values.day);
  return problem === null ? { ok: true, numbers } : refuse(problem);
}

function wordProblem(word: Word, text: string): string | null {
  const rule: WordRule = words[word];
  // Longer numbers are no longer exact, and then neither is their order.
  if (text.length > 15) return `${word} has ${text.length} digits; at most 15 are taken`;
  const plain = String(Number(text));
  const expected = rule.padded ? plain.padStart(2, '0') : plain;
  if (text !== expected) {
    return rule.padded
      ? `${word} is written with two digits, ${expected}, not ${text}`
      : `${word} is written without a leading zero, ${expected}, not ${text}`;
  }
  const number = Number(text);
  if (rule.most === null || (number >= rule.least && number <= rule.most)) return null;
  return `there is no ${rule.unit} ${text}; ${word} goes from ${rule.least} to ${rule.most}`;
}

/** Without a year 29 February may exist; without a month the word's own limit of 31 is all there is. */
function dayProblem(year: number | undefined, month: number | undefined, day: number | undefined) {
  if (month === undefined || day === undefined) return null;
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day <= days) return null;
  return `month ${month}${year === undefined ? '' : ` of ${year}`} has only ${days} days, not ${day}`;
}
