import type { Store } from '#core/database/store.ts';
import type { StoredAttempt } from '#core/sync/provider.ts';

/** The most runs asked for one by one in one sync; the newest first. */
const most = 200;

/**
 * The newest attempt of each run that can still change: queued, running, waiting for approval or
 * unknown. Older than 35 days a run cannot go on at any provider, so it is left alone.
 */
export function unfinishedRuns(
  store: Store,
  connectionId: string,
): { externalId: string; attempt: number }[] {
  return store.raw
    .prepare<{ connectionId: string; most: number }, { externalId: string; attempt: number }>(
      `SELECT external_id AS externalId, MAX(attempt) AS attempt FROM pipeline_run r
       WHERE connection_id = @connectionId
         AND status IN ('queued', 'running', 'needs-approval', 'unknown')
         AND created_at > (SELECT MAX(created_at) FROM pipeline_run
                           WHERE connection_id = @connectionId) - 35 * 86400000
       GROUP BY external_id
       HAVING MAX(attempt) = (SELECT MAX(attempt) FROM pipeline_run a
                              WHERE a.connection_id = r.connection_id AND a.external_id = r.external_id)
       ORDER BY MAX(created_at) DESC LIMIT @most`,
    )
    .all({ connectionId, most });
}

/** The newest attempt that is stored of a run; null when none is. */
export function newestAttempts(
  store: Store,
  connectionId: string,
): (externalId: string) => StoredAttempt | null {
  const find = store.raw.prepare<[string, string], StoredAttempt>(
    `SELECT attempt, status FROM pipeline_run WHERE connection_id = ? AND external_id = ?
     ORDER BY attempt DESC LIMIT 1`,
  );
  return (externalId) => find.get(connectionId, externalId) ?? null;
}

/** Whether any run of the connection is stored with a later attempt than its first. */
export function hasReruns({ raw }: Store, connectionId: string): boolean {
  const found = raw
    .prepare<[string], 1>(
      'SELECT 1 FROM pipeline_run WHERE connection_id = ? AND attempt > 1 LIMIT 1',
    )
    .get(connectionId);
  return found !== undefined;
}

/** Whether a run is stored as it was at an instant, with the times that only the run itself tells. */
export function wholeRuns(
  store: Store,
  connectionId: string,
): (externalId: string, updatedAt: string | null) => boolean {
  const find = store.raw.prepare<[string, string, number], 1>(
    `SELECT 1 FROM pipeline_run
     WHERE connection_id = ? AND external_id = ? AND updated_at = ? AND started_at IS NOT NULL`,
  );
  return (externalId, updatedAt) =>
    updatedAt !== null && find.get(connectionId, externalId, Date.parse(updatedAt)) !== undefined;
}
