import type { WindowOccurrence } from '#shared/model/planning/window-views.ts';
import type { Occurrence, WindowChange, WindowTimes } from '#shared/model/planning/windows.ts';
import { instantsOf, wallStarts } from './occurrences.ts';
import { clockChange, wallMs, wallOf } from './wall-clock.ts';
import { zoneName } from '../zoned-time.ts';

const dayMs = 86_400_000;

/** A window happens at most every quarter of an hour: as many may lie between two days and now. */
const nearby = 400;

type Wanted = { from: number; count: number; withSkipped?: boolean };

/** The next occurrences that end after a moment, earliest first, with what clocks do to each. */
export function nextOccurrences(
  times: WindowTimes,
  changes: readonly WindowChange[],
  { from, count, withSkipped = false }: Wanted,
): WindowOccurrence[] {
  const found: WindowOccurrence[] = [];
  for (const placed of placedFrom(times, changes, from, count)) {
    if (found.length === count) break;
    if (placed.change?.skipped === true && !withSkipped) continue;
    const { startMs, endMs } = instantsOf(placed.startWall, placed.endWall, times.zone);
    if (endMs <= from || endMs <= startMs) continue;
    found.push({
      ...occurrenceOf(startMs, endMs, placed.originalWall),
      local: {
        start: wallOf(startMs, times.zone),
        end: wallOf(endMs, times.zone),
        zone: times.zone,
      },
      state: stateOf(placed.change),
      note: clockNote(placed.startWall, placed.endWall, times.zone),
      reason: placed.change?.note ?? '',
    });
  }
  return found;
}

/** The one that runs at a moment, or the next one. */
export function nextOccurrence(
  times: WindowTimes,
  changes: readonly WindowChange[],
  from: number,
): Occurrence | null {
  const [next] = nextOccurrences(times, changes, { from, count: 1 });
  if (next === undefined) return null;
  const { startsAt, endsAt, originalWall } = next;
  return { startsAt, endsAt, originalWall };
}

type Placed = {
  originalWall: string;
  startWall: string;
  endWall: string;
  change: WindowChange | undefined;
};

/** Candidates in the order of the wall clock: a change of clocks turns no two of them around. */
function placedFrom(
  times: WindowTimes,
  changes: readonly WindowChange[],
  from: number,
  count: number,
): Placed[] {
  const length = Math.max(wallMs(times.endWall) - wallMs(times.startWall), 0);
  const changed = new Map(changes.map((change) => [change.originalWall, change]));
  const asked = { from: from - length - 2 * dayMs, to: Infinity };
  const walls = new Set(wallStarts(times, { ...asked, most: count + changes.length + nearby }));
  for (const [wall, { startWall }] of changed) if (startWall !== null) walls.add(wall);
  return [...walls]
    .map((originalWall): Placed => {
      const change = changed.get(originalWall);
      const startWall = change?.startWall ?? originalWall;
      const endWall = change?.endWall ?? wallOf(wallMs(startWall) + length);
      return { originalWall, startWall, endWall, change };
    })
    .filter(({ endWall }) => wallMs(endWall) > from - 2 * dayMs)
    .toSorted((one, other) => (one.startWall < other.startWall ? -1 : 1));
}

function occurrenceOf(startMs: number, endMs: number, originalWall: string): Occurrence {
  return {
    startsAt: new Date(startMs).toISOString(),
    endsAt: new Date(endMs).toISOString(),
    originalWall,
  };
}

function stateOf(change: WindowChange | undefined): WindowOccurrence['state'] {
  if (change === undefined) return 'regular';
  return change.skipped ? 'skipped' : 'moved';
}

/** What a change of clocks does to an occurrence, in words. */
export function clockNote(startWall: string, endWall: string, zone: string): string | null {
  const { startMs, endMs } = instantsOf(startWall, endWall, zone);
  const place = zoneName(zone);
  const notes = [
    ...edgeNote('Its start', startWall, zone, startMs, 'earlier'),
    ...edgeNote('Its end', endWall, zone, endMs, 'later'),
  ];
  const difference = endMs - startMs - (wallMs(endWall) - wallMs(startWall));
  if (notes.length === 0 && difference !== 0) {
    const way = difference > 0 ? 'back' : 'forward';
    const size = difference > 0 ? 'longer' : 'shorter';
    const minutes = Math.abs(difference) / 60_000;
    const words = minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
    notes.push(`Clocks go ${way} in ${place} meanwhile: it lasts ${words} ${size}.`);
  }
  return notes.length === 0 ? null : notes.join(' ');
}

function edgeNote(
  edge: string,
  wall: string,
  zone: string,
  ms: number,
  taken: 'earlier' | 'later',
): string[] {
  const change = clockChange(wall, zone);
  if (change === null) return [];
  const time = wall.slice(11);
  const place = zoneName(zone);
  if (change.kind === 'twice') {
    const utc = wallOf(ms).slice(11);
    return [`${edge} ${time} comes twice in ${place}: the ${taken} one is taken, ${utc} UTC.`];
  }
  const now = wallOf(ms, zone);
  const moved = now.slice(0, 10) === wall.slice(0, 10) ? now.slice(11) : now.replace('T', ' ');
  return [`${edge} ${time} does not exist in ${place} that day: it moves to ${moved}.`];
}
