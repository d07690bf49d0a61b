import { Temporal } from 'temporal-polyfill';
import { monthOfYear } from '../../../components/date-names.ts';

/** A month as the address carries it, `2026-11`; what is none gives the month of `now` in the zone. */
export function monthOf(text: string | undefined, now: string, zone: string): string {
  if (text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  return today(now, zone).slice(0, 7);
}

/** The date of `now` in the zone, `2026-11-24`. */
export function today(now: string, zone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** `November 2026` */
export function monthTitle(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return monthOfYear(year, number);
}

/** The month `by` months later, or earlier when negative. */
export function shiftMonth(month: string, by: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
}

/**
 * First and last instant a month's sheet shows: whole weeks from Monday, six of them, so that the
 * sheet has one height; `to` is the first instant after it.
 */
export function sheetSpan(month: string, zone: string): { from: string; to: string } {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  return { from: startOfDay(monday, zone), to: startOfDay(monday.add({ days: 42 }), zone) };
}

/** First instant of the month in the zone, and the first one after it. */
export function monthSpan(month: string, zone: string): { from: string; to: string } {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return { from: startOfDay(first, zone), to: startOfDay(first.add({ months: 1 }), zone) };
}

function startOfDay(date: Temporal.PlainDate, zone: string): string {
  return date.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' });
}
