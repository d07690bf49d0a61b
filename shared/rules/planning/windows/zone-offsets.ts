import { Temporal } from 'temporal-polyfill';

const dayMs = 86_400_000;
const monthMs = 30 * dayMs;
/** A wall clock is at most fourteen hours away from UTC's, and a change of clocks moves it by less. */
const marginMs = 2 * dayMs;

const known = new Map<string, Map<number, number | null>>();

/**
 * Milliseconds by which clocks of a zone are ahead of UTC all through the month around a wall-clock
 * time, which is given as if it were UTC; null where they change near it, and the zone must be asked.
 * A calendar asks for the instants of tens of thousands of times in few zones.
 */
export function steadyOffset(wallMs: number, zone: string): number | null {
  const months = known.get(zone) ?? new Map<number, number | null>();
  if (months.size === 0) known.set(zone, months);
  const month = Math.floor(wallMs / monthMs);
  const found = months.get(month);
  if (found !== undefined) return found;
  const from = Temporal.Instant.fromEpochMilliseconds(
    month * monthMs - marginMs,
  ).toZonedDateTimeISO(zone);
  const change = from.getTimeZoneTransition('next');
  const until = (month + 1) * monthMs + marginMs;
  const isSteady = change === null || change.epochMilliseconds > until;
  const offset = isSteady ? from.offsetNanoseconds / 1_000_000 : null;
  months.set(month, offset);
  return offset;
}
