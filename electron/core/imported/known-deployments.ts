import type { Store } from '#core/database/store.ts';
import { isoOrNull } from '#core/database/select.ts';
import type { IsWaiting, StoredDeployment } from '#core/sync/provider.ts';

/** The most deployments asked for one by one in one sync; the newest first. */
const most = 200;

/**
 * Deployments that can still change: queued, running, waiting for approval or unknown. Older than 35
 * days none goes on at any provider, so it is left alone.
 */
export function unfinishedDeployments(store: Store, connectionId: string): string[] {
  return store.raw
    .prepare<{ connectionId: string; most: number }, { externalId: string }>(
      `SELECT external_id AS externalId FROM provider_deployment d
       WHERE connection_id = @connectionId
         AND status IN ('queued', 'running', 'needs-approval', 'unknown')
         AND created_at > (SELECT MAX(created_at) FROM provider_deployment
                           WHERE connection_id = @connectionId) - 35 * 86400000
         AND attempt = (SELECT MAX(attempt) FROM provider_deployment a
                        WHERE a.connection_id = d.connection_id AND a.external_id = d.external_id)
       ORDER BY created_at DESC LIMIT @most`,
    )
    .all({ connectionId, most })
    .map(({ externalId }) => externalId);
}

/** The newest attempt that is stored of a deployment; null when none is. */
export function storedDeployments(
  store: Store,
  connectionId: string,
): (externalId: string) => StoredDeployment | null {
  const find = store.raw.prepare<
    [string, string],
    { status: StoredDeployment['status']; updatedAt: number | null }
  >(
    `SELECT status, updated_at AS updatedAt FROM provider_deployment
     WHERE connection_id = ? AND external_id = ? ORDER BY attempt DESC LIMIT 1`,
  );
  return (externalId) => {
    const found = find.get(connectionId, externalId);
    return found === undefined ? null : { ...found, updatedAt: isoOrNull(found.updatedAt) };
  };
}

/**
 * Whether a run waits for a person, by the number its page has: the last part of the provider's key.
 * Read when first asked, so that it knows what was imported before.
 */
export function waitingRuns(store: Store, connectionId: string): IsWaiting {
  let known: ReadonlySet<string> | null = null;
  return (runNumber) => {
    known ??= readWaiting(store, connectionId);
    return known.has(runNumber);
  };
}

function readWaiting(store: Store, connectionId: string): ReadonlySet<string> {
  const rows = store.raw
    .prepare<[string], { externalId: string }>(
      `SELECT external_id AS externalId FROM pipeline_run r
       WHERE connection_id = ? AND status = 'needs-approval'
         AND attempt = (SELECT MAX(attempt) FROM pipeline_run a
                        WHERE a.connection_id = r.connection_id AND a.external_id = r.external_id)`,
    )
    .all(connectionId);
  return new Set(rows.map(({ externalId }) => externalId.split('/').at(-1) ?? ''));
}
