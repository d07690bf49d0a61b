import { Temporal } from 'temporal-polyfill';

/** More dates than a timeline of a century names; beyond, what is known is forgotten. */
const mostKept = 50_000;
const kept = new Map<string, Map<string, number>>();

/**
 * The first instant of dates in a zone, milliseconds since 1970. Each is reckoned once: a timeline
 * asks for the same few thousand of them again and again.
 */
export function dayStarts(zone: string): (date: string) => number {
  const known = kept.get(zone) ?? new Map<string, number>();
  kept.set(zone, known);
  return (date) => {
    const found = known.get(date);
    if (found !== undefined) return found;
    if (known.size >= mostKept) known.clear();
    const at = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    known.set(date, at);
    return at;
  };
}
