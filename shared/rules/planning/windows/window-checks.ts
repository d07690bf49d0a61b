import type { WindowKind, WindowTimes } from '#shared/model/planning/windows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { nextOccurrence } from './next-occurrences.ts';
import { instantsOf } from './occurrences.ts';
import { readRecurrence, writeRecurrence } from './recurrence-text.ts';
import { startsIn } from './recurrence.ts';
import { wallMs, wallOf } from './wall-clock.ts';
import { wallInWords } from './window-words.ts';
import { formatInFull, formatAge } from '../zoned-time.ts';

/** Starts that are held against each other: a rule that fits so long fits on. */
const looked = 400;

/**
 * The times of a window as they are kept: the recurrence in one way of writing, its UNTIL on the wall
 * clock, and the start moved to the first day the recurrence has. Refuses times that end before they
 * start, a recurrence that cannot be read or never comes, and one whose occurrences would overlap.
 */
export function checkTimes(times: WindowTimes): WindowTimes {
  const { startWall, endWall, zone, recurrence } = times;
  const length = wallMs(endWall) - wallMs(startWall);
  if (length <= 0) {
    const found = length === 0 ? 'at the moment it starts' : `${inWords(-length)} before it starts`;
    throw new Refusal(
      'invalid_input',
      `A window ends after it starts. This one ends ${found}: ${wallInWords(startWall)} to ${wallInWords(endWall)}. Choose a later end.`,
      { endWall: 'is not after the start; choose a later end' },
    );
  }
  if (recurrence === '') {
    refuseSkipped(times);
    return times;
  }
  const read = readRecurrence(recurrence, zone);
  if (!read.ok) refuseRecurrence(`The recurrence cannot be read. ${read.message}`, read.message);
  const first = wallMs(startWall);
  const starts = startsIn(read.rule, first, { from: first, to: Infinity, most: looked });
  const [begin] = starts;
  if (begin === undefined) {
    const until = read.rule.until;
    const why =
      until !== null && until < first
        ? `it ends ${wallInWords(wallOf(until))}, before the window starts ${wallInWords(startWall)}`
        : `no day from ${wallInWords(startWall)} to 2199 fits it`;
    refuseRecurrence(
      `The recurrence never comes: ${why}. Change the rule or the start.`,
      `never comes: ${why}`,
    );
  }
  refuseOverlap(starts, length);
  return {
    zone,
    startWall: wallOf(begin),
    endWall: wallOf(begin + length),
    recurrence: writeRecurrence(read.rule),
  };
}

function refuseOverlap(starts: readonly number[], length: number): void {
  starts.forEach((start, index) => {
    const next = starts[index + 1];
    if (next === undefined || next - start >= length) return;
    const lasts = inWords(length);
    const period = inWords(next - start);
    throw new Refusal(
      'invalid_input',
      `It lasts ${lasts}, but comes again after ${period}: ${wallInWords(wallOf(start))}, then ${wallInWords(wallOf(next))}. Let it last ${period} at most, or come less often.`,
      { endWall: `is ${lasts} after the start, longer than its period of ${period}` },
    );
  });
}

/** A window that happens once, wholly in an hour that clocks skip, would never happen. */
function refuseSkipped({ startWall, endWall, zone }: WindowTimes): void {
  const { startMs, endMs } = instantsOf(startWall, endWall, zone);
  if (startMs < endMs) return;
  throw new Refusal(
    'invalid_input',
    `Clocks in ${zone} skip the time from ${wallInWords(startWall)} to ${wallInWords(endWall)}, so the window would never happen. Choose another time.`,
    { startWall: 'is a time that clocks skip; choose another one' },
  );
}

function refuseRecurrence(message: string, field: string): never {
  throw new Refusal('invalid_input', message, { recurrence: field });
}

/** Only a hard freeze has somebody who may grant emergency exceptions to it. */
export function checkAuthority(kind: WindowKind, authorityId: string | null): void {
  if (authorityId === null || kind === 'hard-freeze') return;
  throw new Refusal(
    'invalid_input',
    'Only a hard freeze names an authority: a soft freeze is excepted by any second person. Take the authority out, or make it a hard freeze.',
    { authorityId: 'is only for a hard freeze; leave it empty' },
  );
}

/** What people should know of the times of a window, beside that they can be kept. */
export function timesNotes(times: WindowTimes, now: number): string[] {
  const next = nextOccurrence(times, [], now);
  if (times.recurrence === '') {
    if (next !== null) return [];
    const { endMs } = instantsOf(times.startWall, times.endWall, times.zone);
    const ended = formatInFull(new Date(endMs).toISOString(), times.zone);
    return [`It lies in the past: it ended ${ended}.`];
  }
  const read = readRecurrence(times.recurrence, times.zone);
  if (!read.ok) return [];
  const { count, until } = read.rule;
  if (next !== null) return [];
  const end = count === null ? `by its UNTIL ${untilInWords(until)}` : `after its COUNT=${count}`;
  return [`It lies in the past: the recurrence has ended ${end}.`];
}

function untilInWords(until: number | null): string {
  return until === null ? '' : wallInWords(wallOf(until));
}

function inWords(ms: number): string {
  return formatAge(new Date(0).toISOString(), new Date(ms).toISOString());
}
