/**
 * Days of a week on which people work, Monday is 1. A week without any would leave no day to plan
 * on, so that every day of it counts then.
 */
export type WorkingDays = readonly number[];

const dayMs = 86_400_000;

/** Days since 1 January 1970, a Thursday. */
function toNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** The end of the calendar: dates are written with four digits of a year. */
const lastDay = toNumber('9999-12-31');

function toDate(day: number): string {
  return new Date(Math.min(day, lastDay) * dayMs).toISOString().slice(0, 10);
}

function works(day: number, days: WorkingDays): boolean {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return days.length === 0 || days.includes(weekday);
}

function perWeek(days: WorkingDays): number {
  return days.length === 0 ? 7 : new Set(days).size;
}

export function isWorkingDay(date: string, days: WorkingDays): boolean {
  return works(toNumber(date), days);
}

/** The date itself when people work on it, else the next one on which they do. */
export function workingDayFrom(date: string, days: WorkingDays): string {
  let day = toNumber(date);
  while (!works(day, days)) day += 1;
  return toDate(day);
}

/** The working day so many working days later; 0 is the date itself. */
export function plusWorkingDays(date: string, count: number, days: WorkingDays): string {
  if (count <= 0) return date;
  // Any seven days have the same number of working ones: whole weeks need not be walked.
  const weeks = Math.floor((count - 1) / perWeek(days));
  let day = toNumber(date) + weeks * 7;
  for (let left = count - weeks * perWeek(days); left > 0;) {
    day += 1;
    if (works(day, days)) left -= 1;
  }
  return toDate(day);
}

/** Working days from one date to another, both of them counted; 0 when the second is earlier. */
export function workingDaysIn(from: string, to: string, days: WorkingDays): number {
  const first = toNumber(from);
  const length = toNumber(to) - first + 1;
  if (length <= 0) return 0;
  const weeks = Math.floor(length / 7);
  let count = weeks * perWeek(days);
  for (let day = first + weeks * 7; day < first + length; day += 1) {
    if (works(day, days)) count += 1;
  }
  return count;
}
