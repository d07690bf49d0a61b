import { formatDate } from '#shared/rules/planning/zoned-time.ts';

export const weekdays = [
  { day: 1, label: 'Monday', short: 'Mon' },
  { day: 2, label: 'Tuesday', short: 'Tue' },
  { day: 3, label: 'Wednesday', short: 'Wed' },
  { day: 4, label: 'Thursday', short: 'Thu' },
  { day: 5, label: 'Friday', short: 'Fri' },
  { day: 6, label: 'Saturday', short: 'Sat' },
  { day: 7, label: 'Sunday', short: 'Sun' },
] as const;

/** `Mon to Fri`, `Mon, Wed`. */
export function workingDaysInWords(days: readonly number[]): string {
  const sorted = days.toSorted((one, other) => one - other);
  const words = sorted.map((day) => weekdays[day - 1]?.short ?? '');
  const [first, last] = [sorted[0] ?? 1, sorted.at(-1) ?? 7];
  const unbroken = last - first === sorted.length - 1 && sorted.length > 2;
  return unbroken ? `${words[0]} to ${words.at(-1)}` : words.join(', ');
}

/** How many days it has, and the next one. */
export function nextDayInWords(
  days: readonly { on: string; name: string }[],
  today: string,
): string {
  if (days.length === 0) return 'no holidays yet';
  const count = days.length === 1 ? '1 holiday' : `${days.length} holidays`;
  const next = days.find(({ on }) => on >= today);
  return next === undefined
    ? `${count}, none ahead`
    : `${count}, next ${formatDate(next.on, today)}: ${next.name}`;
}
