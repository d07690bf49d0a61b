import type { Occurrence, WindowChange, WindowTimes } from '#shared/model/planning/windows.ts';
import { overlap } from './intervals.ts';
import type { Span } from './intervals.ts';
import { readRecurrence } from './recurrence-text.ts';
import { startsIn } from './recurrence.ts';
import { clockChange, endInstant, startInstant, wallMs, wallOf } from './wall-clock.ts';

/** When a window happens once, by its recurrence or as it was changed. */
type Placed = { originalWall: string; startMs: number; endMs: number };

/** More of one window in one span is a slip of the keyboard: every hour of two years. */
const most = 20_000;
const dayMs = 86_400_000;

/**
 * When a window happens within a span, earliest first. The recurrence is reckoned on the wall clock,
 * and each start and end then becomes an instant of the zone: a start that clocks skip moves behind
 * the gap, one that comes twice is the earlier, an end that comes twice the later. Occurrences that
 * touch the span only with an end are not in it.
 */
export function occurrencesIn(
  times: WindowTimes,
  changes: readonly WindowChange[],
  span: Span,
): Occurrence[] {
  const length = wallMs(times.endWall) - wallMs(times.startWall);
  const changed = new Map(changes.map((change) => [change.originalWall, change]));
  // Two days on either side: clocks of a zone are up to a day away from UTC where a whole day is skipped.
  const wide = { from: span.from - Math.max(length, 0) - 2 * dayMs, to: span.to + 2 * dayMs };
  const walls = new Set(wallStarts(times, { ...wide, most }));
  // One that was moved into the span may come from far outside of it.
  for (const [wall, change] of changed) if (change.startWall !== null) walls.add(wall);
  return [...walls]
    .flatMap((wall): Placed[] => {
      const change = changed.get(wall);
      if (change?.skipped === true) return [];
      const startWall = change?.startWall ?? wall;
      const endWall = change?.endWall ?? wallOf(wallMs(startWall) + length);
      return [{ originalWall: wall, ...instantsOf(startWall, endWall, times.zone) }];
    })
    .filter(({ startMs, endMs }) => overlap({ from: startMs, to: endMs }, span))
    .toSorted((one, other) => one.startMs - other.startMs || one.endMs - other.endMs)
    .map(({ originalWall, startMs, endMs }) => ({
      startsAt: new Date(startMs).toISOString(),
      endsAt: new Date(endMs).toISOString(),
      originalWall,
    }));
}

/**
 * Start and end as instants. Where the start lies in a gap and the end soon after it, the gap's own
 * end is the start: moving it by the whole gap would put it behind its end, and lose what is left.
 */
export function instantsOf(startWall: string, endWall: string, zone: string) {
  const startMs = startInstant(startWall, zone);
  const endMs = endInstant(endWall, zone);
  if (startMs < endMs || endWall <= startWall) return { startMs, endMs };
  const change = clockChange(startWall, zone);
  return { startMs: change?.kind === 'skipped' ? change.at : startMs, endMs };
}

/** Starts on the wall clock by the recurrence; of a rule that cannot be read the first one alone. */
export function wallStarts(
  { startWall, recurrence, zone }: Omit<WindowTimes, 'endWall'>,
  asked: { from: number; to: number; most: number },
): string[] {
  const first = wallMs(startWall);
  const read = recurrence === '' ? null : readRecurrence(recurrence, zone);
  if (read?.ok === true) return startsIn(read.rule, first, asked).map((ms) => wallOf(ms));
  return first >= asked.from && first < asked.to ? [startWall] : [];
}
