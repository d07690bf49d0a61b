import { Temporal } from 'temporal-polyfill';
import type { CalendarView } from '#shared/model/planning/calendar-range.ts';
import { monthOfYear } from '../../../components/date-names.ts';
import { dateText } from '../../../components/when-text.ts';

/** A run of days, the first of them as `2026-11-26`. */
export type DayRun = { first: string; count: number };

/** So far ahead the agenda lists. */
const agendaDays = 91;

/** The date of `now` in the zone, `2026-11-24`. */
export function today(now: string, zone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The date an address speaks of: `on`, else the first of `month`; what is none gives today. */
export function dateOfAddress(
  { on, month }: { on?: string | undefined; month?: string | undefined },
  now: string,
  zone: string,
): string {
  const text = on ?? (month === undefined ? '' : `${month}-01`);
  if (/^(20|21)\d{2}-\d{2}-\d{2}$/.test(text)) {
    try {
      return Temporal.PlainDate.from(text).toString();
    } catch {
      // Digits in the right places that are no date: today is shown instead.
    }
  }
  return today(now, zone);
}

/** The days a view shows when it is turned to a date: whole weeks from Monday, quarters, years. */
export function viewDays(view: CalendarView, on: string): DayRun {
  const day = Temporal.PlainDate.from(on);
  switch (view) {
    case 'month': {
      const first = day.with({ day: 1 });
      const monday = mondayOf(first);
      const whole = monday.until(first.add({ months: 1 })).days;
      return { first: monday.toString(), count: Math.ceil(whole / 7) * 7 };
    }
    case 'week':
      return { first: mondayOf(day).toString(), count: 7 };
    case 'agenda':
      return { first: on, count: agendaDays };
    case 'quarter':
      return months(quarterOf(day), 3);
    case 'year':
      return months(day.with({ month: 1, day: 1 }), 12);
  }
}

/** The days of the month alone, as its list counts them. */
export function monthDays(on: string): DayRun {
  return months(Temporal.PlainDate.from(on).with({ day: 1 }), 1);
}

/** The date one step later, or earlier when negative. */
export function shiftView(view: CalendarView, on: string, by: number): string {
  const day = Temporal.PlainDate.from(on);
  switch (view) {
    case 'month':
      return day.with({ day: 1 }).add({ months: by }).toString();
    case 'week':
      return day.add({ days: by * 7 }).toString();
    case 'agenda':
      return day.add({ days: by * 28 }).toString();
    case 'quarter':
      return quarterOf(day)
        .add({ months: by * 3 })
        .toString();
    case 'year':
      return day.with({ month: 1, day: 1 }).add({ years: by }).toString();
  }
}

/** `November 2026`, `Mon 23 Nov – Sun 29 Nov 2026`, `Q4 2026`, `2026`. */
export function viewTitle(view: CalendarView, on: string): string {
  const day = Temporal.PlainDate.from(on);
  if (view === 'month') return monthOfYear(day.year, day.month);
  if (view === 'quarter') return `Q${Math.ceil(day.month / 3)} ${day.year}`;
  if (view === 'year') return String(day.year);
  const { first, count } = viewDays(view, on);
  const last = Temporal.PlainDate.from(first).add({ days: count - 1 });
  return `${dateText(first, last.year)} – ${dateText(last.toString(), 0)}`;
}

export const viewWords: Record<CalendarView, string> = {
  month: 'Month',
  week: 'Week',
  agenda: 'Agenda',
  quarter: 'Quarter',
  year: 'Year',
};

/** What one step goes over, in words. */
export const stepWords: Record<CalendarView, string> = {
  month: 'month',
  week: 'week',
  agenda: 'four weeks',
  quarter: 'quarter',
  year: 'year',
};

/** ISO week of a date. */
export function weekOf(date: string): number {
  return Temporal.PlainDate.from(date).weekOfYear ?? 0;
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function quarterOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ month: day.month - ((day.month - 1) % 3), day: 1 });
}

function months(first: Temporal.PlainDate, count: number): DayRun {
  return { first: first.toString(), count: first.until(first.add({ months: count })).days };
}
