import { Temporal } from 'temporal-polyfill';
import { steadyOffset } from './zone-offsets.ts';

/** Milliseconds since 1970 of a wall-clock time, as if it were UTC. */
export function wallMs(wall: string): number {
  return Date.parse(`${wall}:00Z`);
}

/** `2026-11-27T17:00`: what clocks show at an instant, in UTC where no zone is given. */
export function wallOf(ms: number, zone?: string): string {
  if (zone === undefined) return new Date(ms).toISOString().slice(0, 16);
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The instant of a start: behind a gap, the earlier of two. */
export function startInstant(wall: string, zone: string): number {
  const offset = steadyOffset(wallMs(wall), zone);
  if (offset !== null) return wallMs(wall) - offset;
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
}

/** The instant of an end: behind a gap, the later of two. */
export function endInstant(wall: string, zone: string): number {
  const offset = steadyOffset(wallMs(wall), zone);
  if (offset !== null) return wallMs(wall) - offset;
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'later' })
    .epochMilliseconds;
}

export type ClockChange = {
  /** Clocks skip this time, or show it twice. */
  kind: 'skipped' | 'twice';
  /** The first instant after clocks were put forward or back. */
  at: number;
};

/** What a change of clocks does to a time of the wall clock; null where it comes once. */
export function clockChange(wall: string, zone: string): ClockChange | null {
  const plain = Temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return null;
  const skipped = !later.toPlainDateTime().equals(plain);
  const change = earlier.getTimeZoneTransition('next')?.epochMilliseconds;
  return { kind: skipped ? 'skipped' : 'twice', at: change ?? later.epochMilliseconds };
}
