import { formatRange, formatWhen, zoneName } from '../zoned-time.ts';
import type { Interval } from './intervals.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** `Fri 27 Nov 17:00 – Wed 2 Dec 08:00 London`; one date where both ends share it. */
export function spanInWords({ from, to }: Interval, zone: string, now: number): string {
  return `${formatRange(iso(from), iso(to), zone, iso(now))} ${zoneName(zone)}`;
}

/** `Fri 27 Nov 17:00 London` */
export function momentInWords(ms: number, zone: string, now: number): string {
  return `${formatWhen(iso(ms), zone, iso(now))} ${zoneName(zone)}`;
}

/** `1 working day`, `3 working days` */
export function workingDaysInWords(count: number): string {
  return count === 1 ? '1 working day' : `${count} working days`;
}
