/** In the order of the week; Monday is day 1. */
export const dayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** `Mon, Tue, Fri`, of days as a form holds them. */
export function daysInWords(days: readonly string[]): string {
  const chosen = dayNames.filter((_name, index) => days.includes(String(index + 1)));
  return chosen.map((name) => name.slice(0, 3)).join(', ');
}
