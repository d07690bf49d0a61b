import { formatInFull, zoneName } from '../zoned-time.ts';
import type { Interval } from './intervals.ts';

/** `Fri 27 Nov 2026 17:00 – Wed 2 Dec 2026 08:00 London`; one date where both ends share it. */
export function spanInWords({ from, to }: Interval, zone: string): string {
  const place = ` ${zoneName(zone)}`;
  const [start, end] = [from, to].map((ms) => momentInWords(ms, zone).slice(0, -place.length));
  if (start === undefined || end === undefined) return '';
  const sameDay = start.slice(0, -5) === end.slice(0, -5);
  return `${start} – ${sameDay ? end.slice(-5) : end}${place}`;
}

/** `Fri 27 Nov 2026 17:00 London` */
export function momentInWords(ms: number, zone: string): string {
  return formatInFull(new Date(ms).toISOString(), zone);
}

/** `1 working day`, `3 working days` */
export function workingDaysInWords(count: number): string {
  return count === 1 ? '1 working day' : `${count} working days`;
}
