/** The days of a week on which people work, Monday is 1, and the dates on which they do not. */
export type WorkCalendar = { workingDays: readonly number[]; holidays: ReadonlySet<string> };

/**
 * Days of a week on which people work, with or without holidays. A week without any would leave no
 * day to plan on, so that every day of it counts then.
 */
export type WorkingDays = readonly number[] | WorkCalendar;

const dayMs = 86_400_000;

/** A named holiday calendar as one to plan on; of several, a day off in any of them is one off. */
export function workCalendarOf(
  workingDays: readonly number[],
  ...calendars: readonly { holidays: readonly { on: string }[] }[]
): WorkCalendar {
  return {
    workingDays,
    holidays: new Set(calendars.flatMap(({ holidays }) => holidays.map(({ on }) => on))),
  };
}

/** Whether people of a holiday calendar work on a date. */
export function isWorkingDayOf(
  calendar: { workingDays: readonly number[]; holidays: readonly { on: string }[] },
  date: string,
): boolean {
  return isWorkingDay(date, workCalendarOf(calendar.workingDays, calendar));
}

/** Days since 1 January 1970, a Thursday. */
function toNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** The end of the calendar: dates are written with four digits of a year. */
const lastDay = toNumber('9999-12-31');

function toDate(day: number): string {
  return new Date(Math.min(day, lastDay) * dayMs).toISOString().slice(0, 10);
}

/** The days of the week alone, holidays or not. */
export function weekDaysOf(days: WorkingDays): readonly number[] {
  return 'workingDays' in days ? days.workingDays : days;
}

function holidaysOf(days: WorkingDays): ReadonlySet<string> {
  return 'workingDays' in days ? days.holidays : none;
}

const none: ReadonlySet<string> = new Set();

function inWeek(day: number, week: readonly number[]): boolean {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return week.length === 0 || week.includes(weekday);
}

function works(day: number, days: WorkingDays): boolean {
  if (!inWeek(day, weekDaysOf(days))) return false;
  const holidays = holidaysOf(days);
  return holidays.size === 0 || !holidays.has(toDate(day));
}

function perWeek(days: WorkingDays): number {
  const week = weekDaysOf(days);
  return week.length === 0 ? 7 : new Set(week).size;
}

export function isWorkingDay(date: string, days: WorkingDays): boolean {
  return works(toNumber(date), days);
}

/** The date itself when people work on it, else the next one on which they do. */
export function workingDayFrom(date: string, days: WorkingDays): string {
  let day = toNumber(date);
  while (!works(day, days) && day < lastDay) day += 1;
  return toDate(day);
}

/** The working day so many working days later; 0 is the date itself. */
export function plusWorkingDays(date: string, count: number, days: WorkingDays): string {
  if (count <= 0) return date;
  // Any seven days have the same number of working ones: whole weeks need not be walked, unless
  // there are holidays in them.
  const even = holidaysOf(days).size === 0;
  const weeks = even ? Math.floor((count - 1) / perWeek(days)) : 0;
  let day = toNumber(date) + weeks * 7;
  for (let left = count - weeks * perWeek(days); left > 0 && day < lastDay;) {
    day += 1;
    if (works(day, days)) left -= 1;
  }
  return toDate(day);
}

/** The working day so many working days earlier; 0 is the date itself. */
export function minusWorkingDays(date: string, count: number, days: WorkingDays): string {
  let day = toNumber(date);
  for (let left = count; left > 0;) {
    day -= 1;
    if (works(day, days)) left -= 1;
  }
  return toDate(day);
}

/** Working days from one date to another, both of them counted; 0 when the second is earlier. */
export function workingDaysIn(from: string, to: string, days: WorkingDays): number {
  const first = toNumber(from);
  const length = toNumber(to) - first + 1;
  if (length <= 0) return 0;
  const week = weekDaysOf(days);
  const weeks = Math.floor(length / 7);
  let count = weeks * perWeek(days);
  for (let day = first + weeks * 7; day < first + length; day += 1) {
    if (inWeek(day, week)) count += 1;
  }
  for (const holiday of holidaysOf(days)) {
    if (holiday >= from && holiday <= to && inWeek(toNumber(holiday), week)) count -= 1;
  }
  return count;
}
