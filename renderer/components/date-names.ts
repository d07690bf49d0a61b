import { formatLocale } from '../state/formats.ts';

type Style = 'long' | 'short';

const english = {
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  month: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
    ...['August', 'September', 'October', 'November', 'December'],
  ],
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter of the manner in force, on UTC; null where the words are the program's own. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  const locale = formatLocale();
  if (locale === 'en-GB' || locale === 'iso') return null;
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

export type PlainDay = { year: number; month: number; day: number };

/** `Thu 26 Nov`, `Thu, Nov 26`, `Do., 26. Nov.`, `Thu 2026-11-26`; the year only where asked for. */
export function shortDay(date: PlainDay, withYear: boolean): string {
  const at = utcOf(date);
  const format = formatOf({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(withYear && { year: 'numeric' }),
  });
  if (format !== null) return format.format(at);
  const weekday = weekdayOf(date).slice(0, 3);
  if (formatLocale() === 'iso') return `${weekday} ${isoOf(date)}`;
  const text = `${weekday} ${date.day} ${english.month[date.month - 1]?.slice(0, 3)}`;
  return withYear ? `${text} ${date.year}` : text;
}

/** `Thursday, 26 November`, in the manner people chose. */
export function longDay(date: PlainDay): string {
  const format = formatOf({ weekday: 'long', day: 'numeric', month: 'long' });
  if (format !== null) return format.format(utcOf(date));
  if (formatLocale() === 'iso') return `${weekdayOf(date)}, ${isoOf(date)}`;
  return `${weekdayOf(date)}, ${date.day} ${english.month[date.month - 1]}`;
}

/** `November 2026`. */
export function monthOfYear(year: number, month: number, style: Style = 'long'): string {
  const format = formatOf({ month: style, year: 'numeric' });
  if (format !== null) return format.format(utcOf({ year, month, day: 1 }));
  const name = english.month[month - 1] ?? '';
  return `${style === 'short' ? name.slice(0, 3) : name} ${year}`;
}

function weekdayOf(date: PlainDay): string {
  return english.weekday[(new Date(utcOf(date)).getUTCDay() + 6) % 7] ?? '';
}

function utcOf({ year, month, day }: PlainDay): number {
  return Date.UTC(year, month - 1, day);
}

function isoOf({ year, month, day }: PlainDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Monday to Sunday, `Mon`, in the manner in force. */
export function weekdayNames(): string[] {
  const format = formatOf({ weekday: 'short' });
  // The first of January 2024 was a Monday.
  return english.weekday.map((name, offset) =>
    format === null ? name.slice(0, 3) : format.format(Date.UTC(2024, 0, 1 + offset)),
  );
}

/** The parts of `2026-11-26`. */
export function plainDayOf(date: string): PlainDay {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}
