import { Temporal } from 'temporal-polyfill';
import { startInstant, wallMs } from '../windows/wall-clock.ts';
import type { ContentLine } from './content-lines.ts';

/** A time as a file writes it. `wall` is that of UTC, of the zone `tzid`, or of wherever one is. */
export type IcsTime = {
  kind: 'date' | 'utc' | 'local';
  wall: string;
  /** Empty for a time without a zone of its own. */
  tzid: string;
  /** Seconds beyond the minute: windows know none. */
  seconds: number;
};

const written = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/;

/** Null where the value is no date and no date with a time. */
export function readTime(value: string, parameters: ContentLine['parameters']): IcsTime | null {
  const found = written.exec(value.trim().toUpperCase());
  if (found === null) return null;
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', utc] = found;
  const wall = `${year}-${month}-${day}T${hour ?? '00'}:${minute}`;
  if (!exists(wall) || Number(second) > 60) return null;
  if (hour === undefined) return { kind: 'date', wall, tzid: '', seconds: 0 };
  const tzid = parameters.get('TZID') ?? '';
  return { kind: utc === undefined ? 'local' : 'utc', wall, tzid, seconds: Number(second) };
}

/** 30 February is no day, whatever the engine makes of it. */
function exists(wall: string): boolean {
  const ms = wallMs(wall);
  return !Number.isNaN(ms) && wallText(ms) === wall;
}

export function wallText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

/** Minutes a DURATION is long; null where it is none. Days count as 24 hours of the wall clock. */
export function readDuration(value: string): number | null {
  const found =
    /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/.exec(
      value.trim().toUpperCase(),
    );
  if (found === null || /[PT]$/i.test(value.trim())) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((digits) => Number(digits ?? 0));
  const length = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + Math.ceil(seconds / 60);
  return found[1] === '-' ? -length : length;
}

/** The wall clock of a zone at an instant, to the minute. */
export function wallIn(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/** A time on the wall clock of `to`; `zoneOf` gives the zone of a TZID, the empty one among them. */
export function wallOf(time: IcsTime, to: string, zoneOf: (tzid: string) => string): string {
  if (time.kind === 'date') return time.wall;
  const from = time.kind === 'utc' ? 'UTC' : zoneOf(time.tzid);
  if (from === to || isOneZone(from, to)) return time.wall;
  return wallIn(startInstant(time.wall, from), to);
}

/** Two names of one zone, as US/Eastern and America/New_York: their clocks need no reckoning over. */
function isOneZone(one: string, other: string): boolean {
  const at = Temporal.Instant.fromEpochMilliseconds(0);
  return at.toZonedDateTimeISO(one).equals(at.toZonedDateTimeISO(other));
}
