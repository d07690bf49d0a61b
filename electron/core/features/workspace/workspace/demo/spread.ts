import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { at, beforeWeekend } from './days.ts';

const minute = 60_000;

/**
 * Times for acts one after the other between two instants. With a zone they fall into its working
 * hours, from 9 to 17:30 on weekdays; without one they are evenly spread, day or night.
 */
export function spread<A>(
  acts: readonly A[],
  from: number,
  to: number,
  zone: string | null,
): (A & { at: number })[] {
  const step = (to - from) / (acts.length + 1);
  let last = from;
  return acts.map((act, index) => {
    const even = from + step * (index + 1);
    const wanted = zone === null ? even : inWorkingHours(even, zone);
    // Snapping makes neighbours meet; they still happen one after the other.
    last = Math.max(Math.round(wanted / minute) * minute, last + 4 * minute);
    return { ...act, at: last };
  });
}

function inWorkingHours(ms: number, zone: string): number {
  const date = dateIn(new Date(ms).toISOString(), zone);
  const workingDate = beforeWeekend(date);
  const opens = at(workingDate, '09:00', zone);
  const closes = at(workingDate, '17:30', zone);
  if (workingDate !== date) return closes;
  return Math.min(Math.max(ms, opens), closes);
}
