import { readInstant } from '../instant.ts';
import { isRecord } from '../record.ts';

/** With a filter on the date GitHub lists no more than this, however many there are. */
const mostListed = 1000;
const pageSize = 100;

/** Runs become visible a little after the time they carry; a window begins this much earlier. */
const overlapMs = 10 * 60_000;

/**
 * The first page of the runs created since an instant. It goes back to that day's beginning: the
 * address then stays the same for a day, and with it the ETag that makes a sync without news free.
 */
export function firstUrl(root: string, since: string | null): string {
  return since === null ? runsUrl(root) : runsUrl(root, `>=${startOfDay(since)}`);
}

/**
 * Where to go on after the last page when GitHub stopped at its bound: the runs up to the oldest one
 * seen. Null when all were listed. Runs of that second come twice, which storing by key absorbs.
 */
export function olderUrl(
  root: string,
  since: string | null,
  total: number | null,
  lastPage: readonly unknown[],
): string | null {
  if (since === null || total === null || total < mostListed) return null;
  const created = lastPage
    .map((run) =>
      isRecord(run) && typeof run['created_at'] === 'string' ? run['created_at'] : null,
    )
    .map((text) => readInstant(text))
    .filter((instant) => typeof instant === 'string')
    .sort();
  const [oldest] = created;
  const from = startOfDay(since);
  if (oldest === undefined || oldest <= from) return null;
  return runsUrl(root, `${from}..${withoutFraction(oldest)}`);
}

function runsUrl(root: string, created?: string): string {
  const query = new URLSearchParams({ per_page: String(pageSize) });
  if (created !== undefined) query.set('created', created);
  return `${root}/actions/runs?${query}`;
}

function startOfDay(instant: string): string {
  const from = new Date(Date.parse(instant) - overlapMs);
  return `${from.toISOString().slice(0, 10)}T00:00:00Z`;
}

function withoutFraction(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}
