import type { FormatLocale } from '#shared/model/workspace/formats.ts';

export type PlainDay = { year: number; month: number; day: number };
type Style = 'long' | 'short';

const english = {
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  month: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
    ...['August', 'September', 'October', 'November', 'December'],
  ],
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter of a manner, on UTC; null where the words are the program's own. */
function formatOf(
  locale: FormatLocale,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | null {
  if (locale === 'en-GB' || locale === 'iso') return null;
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

/** `Thu 26 Nov`, `Thu, Nov 26`, `Do., 26. Nov.`, `Thu 2026-11-26`; the year only where asked for. */
export function shortDay(locale: FormatLocale, date: PlainDay, withYear: boolean): string {
  const at = utcOf(date);
  const format = formatOf(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(withYear && { year: 'numeric' }),
  });
  if (format !== null) return format.format(at);
  const weekday = weekdayOf(date).slice(0, 3);
  if (locale === 'iso') return `${weekday} ${isoOf(date)}`;
  const text = `${weekday} ${date.day} ${english.month[date.month - 1]?.slice(0, 3)}`;
  return withYear ? `${text} ${date.year}` : text;
}

/** `Thursday, 26 November`. */
export function longDay(locale: FormatLocale, date: PlainDay): string {
  const format = formatOf(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  if (format !== null) return format.format(utcOf(date));
  if (locale === 'iso') return `${weekdayOf(date)}, ${isoOf(date)}`;
  return `${weekdayOf(date)}, ${date.day} ${english.month[date.month - 1]}`;
}

/** `Thu 26`, where the month is said beside it. */
export function dayOfWeek(locale: FormatLocale, date: PlainDay): string {
  const format = formatOf(locale, { weekday: 'short', day: 'numeric' });
  if (format !== null) return format.format(utcOf(date));
  return `${weekdayOf(date).slice(0, 3)} ${date.day}`;
}

/** `26 Nov`, `Nov 26`, `11-26`. */
export function dayOfMonth(locale: FormatLocale, date: PlainDay): string {
  const format = formatOf(locale, { day: 'numeric', month: 'short' });
  if (format !== null) return format.format(utcOf(date));
  if (locale === 'iso') return isoOf(date).slice(5);
  return `${date.day} ${english.month[date.month - 1]?.slice(0, 3)}`;
}

/** `November 2026`. */
export function monthOfYear(
  locale: FormatLocale,
  year: number,
  month: number,
  style: Style = 'long',
): string {
  const format = formatOf(locale, { month: style, year: 'numeric' });
  if (format !== null) return format.format(utcOf({ year, month, day: 1 }));
  const name = english.month[month - 1] ?? '';
  return `${style === 'short' ? name.slice(0, 3) : name} ${year}`;
}

/** `Nov`. */
export function shortMonth(locale: FormatLocale, month: number): string {
  const format = formatOf(locale, { month: 'short' });
  if (format !== null) return format.format(utcOf({ year: 2024, month, day: 1 }));
  return (english.month[month - 1] ?? '').slice(0, 3);
}

/** Monday to Sunday, `Mon`. */
export function weekdayNames(locale: FormatLocale): string[] {
  const format = formatOf(locale, { weekday: 'short' });
  // The first of January 2024 was a Monday.
  return english.weekday.map((name, offset) =>
    format === null ? name.slice(0, 3) : format.format(Date.UTC(2024, 0, 1 + offset)),
  );
}

/** `22:00`, `10 PM`. */
export function hourOfDay(locale: FormatLocale, hour: number, minute: number): string {
  if (locale === 'en-US') {
    const minutes = minute === 0 ? '' : `:${twoDigits(minute)}`;
    return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
  }
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The parts of `2026-11-26`. */
export function plainDayOf(date: string): PlainDay {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function weekdayOf(date: PlainDay): string {
  return english.weekday[(new Date(utcOf(date)).getUTCDay() + 6) % 7] ?? '';
}

function utcOf({ year, month, day }: PlainDay): number {
  return Date.UTC(year, month - 1, day);
}

function isoOf({ year, month, day }: PlainDay): string {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
