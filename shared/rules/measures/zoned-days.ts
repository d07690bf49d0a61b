import { Temporal } from 'temporal-polyfill';

type Span = { from: number; to: number; timeZone: string };

/**
 * Calendar days of a zone between two instants, with the part of the last one. A day on which
 * clocks change is one day, though it has 23 or 25 hours.
 */
export function daysIn({ from, to, timeZone }: Span): number {
  const start = zoned(from, timeZone);
  return start
    .until(zoned(to, timeZone), { largestUnit: 'day' })
    .total({ unit: 'day', relativeTo: start });
}

/** The same in weeks of seven days. */
export function weeksIn(span: Span): number {
  return daysIn(span) / 7;
}

/** Dates of a zone that have a part in the span, in order; an end at midnight begins no day. */
export function datesIn({ from, to, timeZone }: Span): Temporal.PlainDate[] {
  const last = zoned(to - 1, timeZone).toPlainDate();
  const dates: Temporal.PlainDate[] = [];
  let date = zoned(from, timeZone).toPlainDate();
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    dates.push(date);
    date = date.add({ days: 1 });
  }
  return dates;
}

/** The date of an instant in a zone. */
export function dateAt(at: number, timeZone: string): Temporal.PlainDate {
  return zoned(at, timeZone).toPlainDate();
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

/** Dates from Monday to Friday that have a part in the span; holidays are not known. */
export function workingDaysIn(span: Span): number {
  return datesIn(span).filter(({ dayOfWeek }) => dayOfWeek <= 5).length;
}
