import { Temporal } from 'temporal-polyfill';
import type { Occurrence, WindowChange, WindowTimes } from '#shared/model/planning/windows.ts';
import { RRule } from './rrule.ts';

/** Milliseconds, half-open. */
export type Span = { from: number; to: number };

type Placed = { originalWall: string; startMs: number; endMs: number };

/** More of one window in one span is a slip of the keyboard: every minute of a year. */
const most = 20_000;
const dayMs = 86_400_000;

/**
 * When a window happens within a span, earliest first. The recurrence is reckoned on the wall clock,
 * where rrule is right (its zones are not), and each start and end then becomes an instant of the
 * zone: a start that clocks skip moves behind the gap, one that comes twice is the earlier, an end
 * that comes twice the later. Occurrences that touch the span only with an end are not in it.
 */
export function occurrencesIn(
  times: WindowTimes,
  changes: readonly WindowChange[],
  span: Span,
): Occurrence[] {
  const length = wallMs(times.endWall) - wallMs(times.startWall);
  const changed = new Map(changes.map((change) => [change.originalWall, change]));
  // A day on either side: an instant's wall clock is at most fourteen hours away from UTC's.
  const from = span.from - length - dayMs;
  const walls = new Set(wallStarts(times, from, span.to + dayMs));
  // One that was moved into the span may come from far outside of it.
  for (const [wall, change] of changed) if (change.startWall !== null) walls.add(wall);
  const placed = [...walls].flatMap((wall): Placed[] => {
    const change = changed.get(wall);
    if (change?.skipped === true) return [];
    const startWall = change?.startWall ?? wall;
    const endWall = change?.endWall ?? wallText(wallMs(startWall) + length);
    const startMs = startInstant(startWall, times.zone);
    return [{ originalWall: wall, startMs, endMs: endInstant(endWall, times.zone) }];
  });
  return placed
    .filter(({ startMs, endMs }) => startMs < span.to && endMs > span.from && endMs > startMs)
    .toSorted((one, other) => one.startMs - other.startMs || one.endMs - other.endMs)
    .map(({ originalWall, startMs, endMs }) => ({
      startsAt: new Date(startMs).toISOString(),
      endsAt: new Date(endMs).toISOString(),
      originalWall,
    }));
}

/** Starts on the wall clock by the recurrence, the times taken as if they were UTC. */
function wallStarts({ startWall, recurrence }: WindowTimes, from: number, to: number): string[] {
  const first = wallMs(startWall);
  if (recurrence === '') return first >= from && first < to ? [startWall] : [];
  const rule = new RRule({ ...RRule.parseString(recurrence), dtstart: new Date(first) });
  return rule
    .between(new Date(from), new Date(to), true, (_, count) => count < most)
    .map((date) => wallText(date.getTime()));
}

/** Milliseconds since 1970 of a wall-clock time, as if it were UTC. */
export function wallMs(wall: string): number {
  return Date.parse(`${wall}:00Z`);
}

function wallText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

/** The instant of a start: behind a gap, the earlier of two. */
export function startInstant(wall: string, zone: string): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
}

/** The instant of an end: behind a gap, the later of two. */
export function endInstant(wall: string, zone: string): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'later' })
    .epochMilliseconds;
}
