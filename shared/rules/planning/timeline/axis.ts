import { Temporal } from 'temporal-polyfill';
import type { TimelineZoom } from '#shared/model/planning/timeline.ts';
import { assertNever } from '#shared/model/refusal.ts';
import type { FormatLocale } from '#shared/model/workspace/formats.ts';
import {
  dayOfMonth,
  dayOfWeek,
  hourOfDay,
  monthOfYear,
  shortDay,
  shortMonth,
} from '#shared/rules/workspace/dates-in-words.ts';

export type Tick = {
  at: number;
  /** Where the next one stands. */
  until: number;
  label: string;
  /** Beside the label, quietly: the number of the week. */
  aside: string;
};

/** The two levels of a time axis, and the days on which nobody works. */
export type Axis = { upper: Tick[]; lower: Tick[]; idle: { from: number; to: number }[] };

type Span = { from: number; to: number };

type Day = Temporal.PlainDate;
type Level = {
  first: (day: Day) => Day;
  next: (day: Day) => Day;
  label: (day: Day) => string;
  aside?: (day: Day) => string;
};

const byDay = (label: Level['label']): Level => ({
  first: (day) => day,
  next: (day) => day.add({ days: 1 }),
  label,
});
const byWeek = (label: Level['label']): Level => ({
  first: (day) => day.subtract({ days: day.dayOfWeek - 1 }),
  next: (day) => day.add({ weeks: 1 }),
  label,
  aside: (day) => `w${day.weekOfYear}`,
});
const byMonth = (label: Level['label']): Level => ({
  first: (day) => day.with({ day: 1 }),
  next: (day) => day.add({ months: 1 }),
  label,
});
const byYear: Level = {
  first: (day) => day.with({ month: 1, day: 1 }),
  next: (day) => day.add({ years: 1 }),
  label: ({ year }) => String(year),
};

type Levels = { upper: Level; lower: Level | null };

/** The level above, and the one below; hours where there is none. */
function levelsOf(zoom: TimelineZoom, locale: FormatLocale): Levels {
  const monthInFull = byMonth(({ year, month }) => monthOfYear(locale, year, month));
  switch (zoom) {
    case 'day':
      return { upper: byDay((day) => shortDay(locale, day, true)), lower: null };
    case 'week':
      return { upper: monthInFull, lower: byDay((day) => dayOfWeek(locale, day)) };
    case 'month':
      return { upper: monthInFull, lower: byDay(({ day }) => String(day)) };
    case 'quarter':
      return { upper: monthInFull, lower: byWeek((day) => dayOfMonth(locale, day)) };
    case 'year':
      return { upper: byYear, lower: byMonth(({ month }) => shortMonth(locale, month)) };
    default:
      return assertNever(zoom);
  }
}

/** Where days begin, on which of them people work, and how they are written. */
export type AxisManner = {
  zone: string;
  workingDays: readonly number[];
  locale: FormatLocale;
};

/** Every tick that touches a span, at its instant in the zone: days are as long as clocks make them. */
export function axisOf(
  zoom: TimelineZoom,
  span: Span,
  { zone, workingDays, locale }: AxisManner,
): Axis {
  const { upper, lower } = levelsOf(zoom, locale);
  return {
    upper: ticksOf(upper, span, zone),
    lower: lower === null ? hoursOf(span, zone, locale) : ticksOf(lower, span, zone),
    idle: zoom === 'year' ? [] : idleDays(span, zone, workingDays),
  };
}

function ticksOf({ first, next, label, aside }: Level, span: Span, zone: string): Tick[] {
  const ticks: Tick[] = [];
  let day = first(dayAt(span.from, zone));
  for (let at = startOf(day, zone); at < span.to;) {
    const following = next(day);
    const until = startOf(following, zone);
    ticks.push({ at, until, label: label(day), aside: aside?.(day) ?? '' });
    day = following;
    at = until;
  }
  return ticks;
}

/** Hours between two ticks: those of a clock of twelve are longer words. */
const hoursApart = (locale: FormatLocale) => (locale === 'en-US' ? 3 : 2);

function hoursOf(span: Span, zone: string, locale: FormatLocale): Tick[] {
  const ticks: Tick[] = [];
  const everyHours = hoursApart(locale);
  for (const { at, until } of ticksOf(byDay(String), span, zone)) {
    let here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    while (here.epochMilliseconds < until) {
      const hour = here.hour - (here.hour % everyHours) + everyHours;
      const next = hour >= 24 ? until : here.with({ hour, minute: 0, second: 0 }).epochMilliseconds;
      const label = hourOfDay(locale, here.hour, here.minute);
      ticks.push({ at: here.epochMilliseconds, until: next, label, aside: '' });
      here = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO(zone);
    }
  }
  return ticks.filter(({ at, until }) => at < span.to && until > span.from);
}

function idleDays(span: Span, zone: string, workingDays: readonly number[]): Axis['idle'] {
  const idle: Axis['idle'] = [];
  let day = dayAt(span.from, zone);
  for (let at = startOf(day, zone); at < span.to;) {
    const isIdle = !workingDays.includes(day.dayOfWeek);
    day = day.add({ days: 1 });
    const until = startOf(day, zone);
    const last = idle.at(-1);
    if (isIdle && last?.to === at) last.to = until;
    else if (isIdle) idle.push({ from: at, to: until });
    at = until;
  }
  return idle;
}

function dayAt(at: number, zone: string): Day {
  const whole = Math.floor(at);
  return Temporal.Instant.fromEpochMilliseconds(whole).toZonedDateTimeISO(zone).toPlainDate();
}

function startOf(day: Day, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}
