import { Refusal } from '#shared/model/refusal.ts';
import { daysBetween, plusDays } from '../../planning/zoned-time.ts';

/** Monday is 1. */
const monday = 1;

/**
 * The day weeks begin with: the first working day after the longest rest, so Monday where people
 * rest at the weekend, Sunday where they rest on Friday and Saturday.
 */
export function firstDayOfWeek(workingDays: readonly number[]): number {
  let first = monday;
  let longest = 0;
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    if (!workingDays.includes(day)) continue;
    let rest = 0;
    while (rest < 7 && !workingDays.includes(((day - rest - 2 + 14) % 7) + 1)) rest += 1;
    if (rest > longest) [first, longest] = [day, rest];
  }
  return first;
}

/** The week of a date and the one after it, first and last day of each. */
export function twoWeeks(
  date: string,
  workingDays: readonly number[],
): [{ from: string; to: string }, { from: string; to: string }] {
  if (date < '2000-01-01' || date > '2199-12-31') {
    throw new Refusal(
      'invalid_input',
      `Expected a date between 2000 and 2199 and found ${date}. Correct the year.`,
      { week: 'is not between 2000 and 2199; correct the year' },
    );
  }
  // 3 January 2000 was a Monday.
  const weekday = ((daysBetween('2000-01-03', date) % 7) + 7) % 7;
  const from = plusDays(date, -((weekday - (firstDayOfWeek(workingDays) - 1) + 7) % 7));
  return [
    { from, to: plusDays(from, 6) },
    { from: plusDays(from, 7), to: plusDays(from, 13) },
  ];
}
