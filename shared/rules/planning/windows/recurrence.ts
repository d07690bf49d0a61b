import type { NthDay, Recurrence } from './recurrence-text.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** Nothing is planned behind it; a rule that never fits is given up here. */
const horizon = Date.UTC(2200, 0, 1);

/** What is asked of a rule: starts from `from` up to, but without, `to`; no more than `most`. */
export type Asked = { from: number; to: number; most: number };

/** A day as rules look at it. */
type Day = {
  number: number;
  year: number;
  month: number;
  date: number;
  weekday: number;
  /** Days of its month and of its year. */
  ofMonth: number;
  yearDay: number;
  ofYear: number;
};

/**
 * Starts by a rule, earliest first, in milliseconds of the wall clock as if it were UTC; `first` is the
 * start it is reckoned from. It walks periods from near the span (from the first one only where the
 * rule counts), so that no rule takes longer than the days of the span are many.
 */
export function startsIn(rule: Recurrence, first: number, { from, to, most }: Asked): number[] {
  const end = Math.min(to, horizon, rule.until === null ? horizon : rule.until + 1);
  const found: number[] = [];
  let left = rule.count ?? Infinity;
  for (const start of startsFrom(completed(rule, first), first, Math.max(from, first), end)) {
    if (start < first) continue;
    if (start >= end || left === 0) break;
    left -= 1;
    if (start >= from) found.push(start);
    if (found.length === most) break;
  }
  return found;
}

/** What a rule leaves out it takes from its first start. */
function completed(rule: Recurrence, first: number): Recurrence {
  const day = dayOf(Math.floor(first / dayMs));
  const { freq, months, monthDays, yearDays, weeks, days } = rule;
  const hours =
    rule.hours.length > 0 || freq === 'HOURLY' ? rule.hours : [new Date(first).getUTCHours()];
  const minutes = rule.minutes.length > 0 ? rule.minutes : [new Date(first).getUTCMinutes()];
  const full = { ...rule, hours, minutes };
  if ([monthDays, yearDays, weeks, days].some((list) => list.length > 0)) return full;
  if (freq === 'WEEKLY') return { ...full, days: [{ day: day.weekday, nth: null }] };
  if (freq === 'MONTHLY') return { ...full, monthDays: [day.date] };
  if (freq !== 'YEARLY') return full;
  return { ...full, months: months.length > 0 ? months : [day.month], monthDays: [day.date] };
}

function* startsFrom(rule: Recurrence, first: number, from: number, end: number) {
  const { freq, interval, count } = rule;
  const origin = Math.floor(first / dayMs);
  const near = count === null ? Math.floor(from / dayMs) : origin;
  if (freq === 'HOURLY') {
    yield* hourly(rule, Math.floor(first / hourMs), near, end);
    return;
  }
  const begin = beginOf(rule, origin);
  const ahead = Math.floor(periodsBetween(rule, begin, near) / interval) - 1;
  for (let step = Math.max(ahead, 0); ; step += 1) {
    const { from: firstDay, to: lastDay } = periodAt(rule, begin, step * interval);
    if (firstDay * dayMs >= end) return;
    const times: number[] = [];
    for (let number = firstDay; number <= lastDay; number += 1) {
      if (fits(rule, number)) times.push(...timesOf(rule, number));
    }
    yield* placed(times, rule.positions);
  }
}

function* hourly(rule: Recurrence, origin: number, fromDay: number, end: number) {
  for (let number = fromDay; number * dayMs < end; number += 1) {
    if (!fits(rule, number)) continue;
    for (let hour = 0; hour < 24; hour += 1) {
      const at = number * 24 + hour;
      const out = rule.hours.length > 0 && !rule.hours.includes(hour);
      if (out || at < origin || (at - origin) % rule.interval !== 0) continue;
      const times = rule.minutes.map((minute) => at * hourMs + minute * 60_000);
      yield* placed(times, rule.positions);
    }
  }
}

function timesOf({ hours, minutes }: Recurrence, number: number): number[] {
  return hours.flatMap((hour) =>
    minutes.map((minute) => number * dayMs + hour * hourMs + minute * 60_000),
  );
}

/** Of the times of one period those at the wanted places, from the end where negative. */
function placed(times: number[], positions: readonly number[]): number[] {
  if (positions.length === 0) return times;
  const wanted = positions.map((each) => (each > 0 ? each - 1 : times.length + each));
  return times.filter((_, index) => wanted.includes(index));
}

/** The day a period begins with in which the first start lies. */
function beginOf({ freq, weekStart }: Recurrence, origin: number): number {
  const { year, month, weekday } = dayOf(origin);
  if (freq === 'WEEKLY') return origin - ((weekday - weekStart + 7) % 7);
  if (freq === 'MONTHLY') return dayNumber(year, month, 1);
  return freq === 'YEARLY' ? dayNumber(year, 1, 1) : origin;
}

function periodsBetween({ freq }: Recurrence, begin: number, day: number): number {
  if (freq === 'DAILY') return day - begin;
  if (freq === 'WEEKLY') return Math.floor((day - begin) / 7);
  const one = dayOf(begin);
  const other = dayOf(day);
  const years = other.year - one.year;
  return freq === 'YEARLY' ? years : years * 12 + other.month - one.month;
}

/** First and last day of the period so many periods later. */
function periodAt({ freq }: Recurrence, begin: number, later: number) {
  if (freq === 'DAILY') return { from: begin + later, to: begin + later };
  if (freq === 'WEEKLY') return { from: begin + later * 7, to: begin + later * 7 + 6 };
  const { year, month } = dayOf(begin);
  if (freq === 'YEARLY') {
    return { from: dayNumber(year + later, 1, 1), to: dayNumber(year + later + 1, 1, 1) - 1 };
  }
  return { from: dayNumber(year, month + later, 1), to: dayNumber(year, month + later + 1, 1) - 1 };
}

function fits(rule: Recurrence, number: number): boolean {
  const { months, monthDays, yearDays, weeks, days } = rule;
  const day = dayOf(number);
  if (months.length > 0 && !months.includes(day.month)) return false;
  if (!within(monthDays, day.date, day.ofMonth)) return false;
  if (!within(yearDays, day.yearDay, day.ofYear)) return false;
  if (days.length > 0 && !days.some((each) => isNth(each, day, rule))) return false;
  if (weeks.length === 0) return true;
  const { week, ofYear } = weekOf(day, rule.weekStart);
  return within(weeks, week, ofYear);
}

/** Whether a place, counted from either end, is one of those that are wanted; all are where none is named. */
function within(wanted: readonly number[], place: number, of: number): boolean {
  return wanted.length === 0 || wanted.includes(place) || wanted.includes(place - of - 1);
}

function isNth({ day, nth }: NthDay, on: Day, { freq, months }: Recurrence): boolean {
  if (on.weekday !== day) return false;
  if (nth === null) return true;
  const inYear = freq === 'YEARLY' && months.length === 0;
  const place = inYear ? on.yearDay : on.date;
  const left = (inYear ? on.ofYear : on.ofMonth) - place;
  return nth > 0 ? Math.ceil(place / 7) === nth : -Math.ceil((left + 1) / 7) === nth;
}

/** The week of the year: the first one has four days of the year or more. */
function weekOf({ number, weekday }: Day, weekStart: number): { week: number; ofYear: number } {
  const begin = number - ((weekday - weekStart + 7) % 7);
  // The fourth day of a week is in the year the week is of.
  const { year } = dayOf(begin + 3);
  const first = firstWeek(year, weekStart);
  return {
    week: (begin - first) / 7 + 1,
    ofYear: (firstWeek(year + 1, weekStart) - first) / 7,
  };
}

function firstWeek(year: number, weekStart: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - ((dayOf(fourth).weekday - weekStart + 7) % 7);
}

function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / dayMs;
}

function dayOf(number: number): Day {
  const at = new Date(number * dayMs);
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth() + 1;
  const newYear = dayNumber(year, 1, 1);
  return {
    ...{ number, year, month, date: at.getUTCDate() },
    weekday: ((((number + 3) % 7) + 7) % 7) + 1,
    ofMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
    yearDay: number - newYear + 1,
    ofYear: dayNumber(year + 1, 1, 1) - newYear,
  };
}
