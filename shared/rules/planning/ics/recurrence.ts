import { readRecurrence, writeRecurrence } from '../windows/recurrence-text.ts';
import { startsIn } from '../windows/recurrence.ts';
import { wallMs, wallOf } from '../windows/wall-clock.ts';

/** The recurrence as windows keep it, with the start it really begins at; or why it cannot be taken. */
export type CheckedRecurrence = { recurrence: string; startWall: string } | { reason: string };

/** `length` in milliseconds: what one occurrence lasts. */
type Asked = { startWall: string; length: number; zone: string };

/** Windows are kept from this year on. */
const firstWall = '2000-01-01T00:00';

/** Starts that are held against each other; a file may bring a hundred thousand rules. */
const looked = 40;

/**
 * Checks an RRULE and puts it on the wall clock. A start that is none by its own rule moves to the
 * first one that is, and one before the year 2000 to the first since.
 */
export function checkRecurrence(
  value: string,
  { startWall, length, zone }: Asked,
): CheckedRecurrence {
  const read = readRecurrence(value.replaceAll(/\s/g, ''), zone);
  if (!read.ok) return { reason: `Its recurrence cannot be read. ${read.message}` };
  const { rule } = read;
  if (startWall < firstWall && rule.count !== null) {
    return { reason: 'Its recurrence began before 2000 and comes a number of times.' };
  }
  const first = wallMs(startWall);
  const from = Math.max(first, wallMs(firstWall));
  const starts = startsIn(rule, first, { from, to: Infinity, most: looked });
  const [begin] = starts;
  if (begin === undefined) return { reason: 'Its recurrence never happens.' };
  const meets = starts.some((start, index) => start - (starts[index - 1] ?? -Infinity) < length);
  if (meets) {
    return {
      reason:
        'Its recurrence comes again before it has ended; shorten it, or make it come less often.',
    };
  }
  const recurrence = writeRecurrence(rule);
  if (recurrence.length > 500) return { reason: 'Its recurrence is longer than 500 characters.' };
  return { recurrence, startWall: wallOf(begin) };
}
