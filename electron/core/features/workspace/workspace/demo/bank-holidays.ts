import { plusDays } from '#shared/rules/planning/zoned-time.ts';

type Holiday = { on: string; name: string };

/** The bank holidays of England and Wales in a year, those on a weekend given on the days after it. */
export function bankHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const fixed: Holiday[] = [
    { on: moved(`${year}-01-01`, []), name: 'New Year’s Day' },
    { on: plusDays(easter, -2), name: 'Good Friday' },
    { on: plusDays(easter, 1), name: 'Easter Monday' },
    { on: mondayFrom(`${year}-05-01`), name: 'Early May bank holiday' },
    { on: mondayFrom(`${year}-05-25`), name: 'Spring bank holiday' },
    { on: mondayFrom(`${year}-08-25`), name: 'Summer bank holiday' },
  ];
  // On a Sunday, Christmas Day goes to the Tuesday: Boxing Day has the Monday.
  const boxing = moved(`${year}-12-26`, []);
  const christmas = moved(`${year}-12-25`, [boxing]);
  const both = [
    { on: christmas, name: 'Christmas Day' },
    { on: moved(`${year}-12-26`, [christmas]), name: 'Boxing Day' },
  ];
  return [...fixed, ...both.toSorted((one, other) => (one.on < other.on ? -1 : 1))];
}

/** The date, or the next day that is neither of a weekend nor taken. */
function moved(date: string, taken: readonly string[]): string {
  return weekday(date) % 6 === 0 || taken.includes(date) ? moved(plusDays(date, 1), taken) : date;
}

function mondayFrom(date: string): string {
  return weekday(date) === 1 ? date : mondayFrom(plusDays(date, 1));
}

/** Sunday is 0. */
function weekday(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay();
}

/** By the reckoning of Meeus, Jones and Butcher. */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30;
  const day = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * day) / 451);
  const sum = moon + day - 7 * late + 114;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}
