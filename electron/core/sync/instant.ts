const iso =
  /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:[.,](\d{1,9}))?(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/;

/** Go and .NET write "no date" as this; Azure, Argo CD and Prometheus send it. */
const zeroDate = '0001-01-01T00:00:00';

/**
 * A provider's date as an instant in UTC with milliseconds (`2026-11-26T22:00:00.000Z`).
 * Null when there is none (absent, empty, a zero date); undefined when it cannot be read, so that
 * the caller can say so. A date without a zone cannot be read: guessing one would move it by hours.
 */
export function readInstant(text: string | null | undefined): string | null | undefined {
  if (text === null || text === undefined || text === '' || text.startsWith(zeroDate)) return null;
  const found = iso.exec(text);
  if (!found || !isCalendarTime(text)) return undefined;
  const [, fraction = '', sign, offsetHour, offsetMinute] = found;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const local = `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
  // Three dates in each of 100,000 runs: UTC ones, which are nearly all, need no Date object.
  if (sign === undefined) return local;
  const away = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  return new Date(Date.parse(local) - (sign === '-' ? -away : away)).toISOString();
}

/** Whether the digits name a real day and time; the engine would roll 30 February into March. */
function isCalendarTime(text: string): boolean {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const inYear = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  const inDay = twoDigits(text, 11) <= 23 && twoDigits(text, 14) <= 59 && twoDigits(text, 17) <= 59;
  return inYear && inDay;
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 48 * 11;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
