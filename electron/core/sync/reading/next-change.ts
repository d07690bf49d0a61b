import { readInstant } from '../instant.ts';
import { isRecord } from '../record.ts';

/**
 * The page after one of a list that goes by when things changed, the longest unchanged first. What
 * changes while the pages are read moves to the end and lets those behind it move up, past the edge
 * of a page; so the next one is asked for from the last change seen on, and not by its number. Where
 * all of a page changed at once the provider's own link goes on.
 */
export function nextChange(
  url: string,
  listed: readonly unknown[],
  link: string | null,
  since: string,
): string | null {
  const last = listed.at(-1);
  const said = isRecord(last) ? last['updated_at'] : null;
  const changed = typeof said === 'string' ? readInstant(said) : null;
  const target = new URL(url);
  const before = readInstant(target.searchParams.get(since));
  if (link === null || !changed || changed === before) return link;
  target.searchParams.set(since, changed);
  target.searchParams.delete('page');
  return target.href;
}

/** Changes appear a little after the time they carry; the question goes back this much further. */
const overlapMs = 10 * 60_000;

/** The day a list begins with: its address stays the same for a day, and with it what an ETag is good for. */
export function dayOf(since: string): string {
  return `${new Date(Date.parse(since) - overlapMs).toISOString().slice(0, 10)}T00:00:00Z`;
}
