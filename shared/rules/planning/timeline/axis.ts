import { Temporal } from 'temporal-polyfill';
import type { TimelineZoom } from '#shared/model/planning/timeline.ts';

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

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

type Day = Temporal.PlainDate;
type Level = {
  first: (day: Day) => Day;
  next: (day: Day) => Day;
  label: (day: Day) => string;
  aside?: (day: Day) => string;
};

const shortMonth = ({ month }: Day) => (months[month - 1] ?? '').slice(0, 3);
const twoDigits = (count: number) => String(count).padStart(2, '0');

const byDay = (label: Level['label']): Level => ({
  first: (day) => day,
  next: (day) => day.add({ days: 1 }),
  label,
});
const byWeek: Level = {
  first: (day) => day.subtract({ days: day.dayOfWeek - 1 }),
  next: (day) => day.add({ weeks: 1 }),
  label: (day) => `${day.day} ${shortMonth(day)}`,
  aside: (day) => `w${day.weekOfYear}`,
};
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
const monthInFull = byMonth(({ month, year }) => `${months[month - 1]} ${year}`);
const dayInFull = byDay(
  (day) => `${weekdays[day.dayOfWeek - 1]} ${day.day} ${months[day.month - 1]} ${day.year}`,
);
const dayOfWeek = byDay(({ dayOfWeek, day }) => `${weekdays[dayOfWeek - 1]} ${day}`);

/** The level above, and the one below; hours where there is none. */
const levels: Record<TimelineZoom, { upper: Level; lower: Level | null }> = {
  day: { upper: dayInFull, lower: null },
  week: { upper: monthInFull, lower: dayOfWeek },
  month: { upper: monthInFull, lower: byDay(({ day }) => String(day)) },
  quarter: { upper: monthInFull, lower: byWeek },
  year: { upper: byYear, lower: byMonth(shortMonth) },
};

/** Every tick that touches a span, at its instant in the zone: days are as long as clocks make them. */
export function axisOf(
  zoom: TimelineZoom,
  span: Span,
  { zone, workingDays }: { zone: string; workingDays: readonly number[] },
): Axis {
  const { upper, lower } = levels[zoom];
  return {
    upper: ticksOf(upper, span, zone),
    lower: lower === null ? hoursOf(span, zone) : ticksOf(lower, span, zone),
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

const everyHours = 2;

function hoursOf(span: Span, zone: string): Tick[] {
  const ticks: Tick[] = [];
  for (const { at, until } of ticksOf(dayOfWeek, span, zone)) {
    let here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    while (here.epochMilliseconds < until) {
      const hour = here.hour - (here.hour % everyHours) + everyHours;
      const next = hour >= 24 ? until : here.with({ hour, minute: 0, second: 0 }).epochMilliseconds;
      const label = `${twoDigits(here.hour)}:${twoDigits(here.minute)}`;
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
