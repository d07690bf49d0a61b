import * as words from '#shared/rules/workspace/dates-in-words.ts';
import type { PlainDay } from '#shared/rules/workspace/dates-in-words.ts';
import { formatLocale } from '../state/formats.ts';

/** `Thu 26 Nov` in the manner people chose on this device; the year only where asked for. */
export function shortDay(date: PlainDay, withYear: boolean): string {
  return words.shortDay(formatLocale(), date, withYear);
}

/** `Thu 26`, where the month is said beside it. */
export function dayOfWeek(date: PlainDay): string {
  return words.dayOfWeek(formatLocale(), date);
}

/** `Thursday, 26 November`. */
export function longDay(date: PlainDay): string {
  return words.longDay(formatLocale(), date);
}

/** `November 2026`. */
export function monthOfYear(year: number, month: number, style?: 'long' | 'short'): string {
  return words.monthOfYear(formatLocale(), year, month, style);
}

/** Monday to Sunday, `Mon`. */
export function weekdayNames(): string[] {
  return words.weekdayNames(formatLocale());
}

/** `22:00`, `10 PM`: a whole hour of the day. */
export function hourName(hour: number): string {
  return words.hourOfDay(formatLocale(), hour, 0);
}

/** The parts of `2026-11-26`. */
export function plainDayOf(date: string): PlainDay {
  return words.plainDayOf(date);
}
