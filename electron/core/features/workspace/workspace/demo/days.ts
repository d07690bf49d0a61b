import { plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';

/** Milliseconds of a wall-clock time, `22:00` on `2026-11-26` in `Europe/London`. */
export function at(date: string, time: string, zone: string): number {
  return Date.parse(toInstant({ date, time, zone }).instant);
}

/** The date so many working days later, or earlier when negative; 0 is the date itself. */
export function workday(date: string, days: number): string {
  const step = Math.sign(days);
  let found = date;
  for (let left = Math.abs(days); left > 0;) {
    found = plusDays(found, step);
    if (isWorkday(found)) left -= 1;
  }
  return found;
}

/** The date, or the Monday after it: nobody plans a release for a weekend. */
export function notOnWeekend(date: string): string {
  return isWorkday(date) ? date : notOnWeekend(plusDays(date, 1));
}

/** The date, or the Friday before it: what is due by a weekend is done before it. */
export function beforeWeekend(date: string): string {
  return isWorkday(date) ? date : beforeWeekend(plusDays(date, -1));
}

export function isWorkday(date: string): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
