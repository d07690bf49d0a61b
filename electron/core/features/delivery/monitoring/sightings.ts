import { and, gte, isNull, or } from 'drizzle-orm';
import { alertLook } from '#core/database/schema/monitoring.ts';
import { alert } from '#core/database/schema/things.ts';
import { iso, isoOrNull, oneOf } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { alertTable } from '#core/imported/index.ts';
import { providers } from '#core/sync/providers.ts';
import { runStatus, type RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { AlertSource, HeldAlert } from '#shared/rules/delivery/monitoring/rollout-terms.ts';
import { connectionRows } from '../connections/index.ts';

/** The connections that tell of alerts, with when those were read whole. */
export function alertSources(store: Store): AlertSource[] {
  const looks = Map.groupBy(
    store.orm.select().from(alertLook).all(),
    ({ connectionId }) => connectionId,
  );
  return connectionRows(store)
    .filter(({ connection: { provider } }) => providers[provider].alerts !== undefined)
    .map(({ connection: { id, name, services } }) => ({
      ...{ id, name, selectors: services },
      looks: (looks.get(id) ?? []).map(({ lookedAt }) => iso(lookedAt)),
    }));
}

/** The alerts of these connections that stood at some time since an instant, with how each stood when. */
export function heldAlerts(
  store: Store,
  sources: readonly AlertSource[],
  since: number,
): HeldAlert[] {
  const rows = store.orm
    .select()
    .from(alert)
    .where(
      and(
        oneOf(
          alert.connectionId,
          sources.map(({ id }) => id),
        ),
        or(isNull(alert.goneAt), gte(alert.goneAt, since)),
        or(isNull(alert.finishedAt), gte(alert.finishedAt, since)),
      ),
    )
    .all();
  const earlier = earlierStates(
    store,
    rows.map(({ id }) => id),
  );
  const firstAt = batchTimes(store, rows);
  return rows.map((row) => {
    const { id, connectionId, name, labels, note, url } = row;
    const changes = earlier(id);
    // What a change took the place of had stood since the look before it.
    const times = [firstAt(row.batchId), ...changes.map(({ changedAt }) => changedAt)];
    const states = [...changes, { status: row.status, isGone: row.goneAt !== null }];
    return {
      ...{ id, connectionId, name, labels, note, url },
      startedAt: isoOrNull(row.startedAt),
      finishedAt: isoOrNull(row.finishedAt),
      sightings: states.map(({ status, isGone }, index) => ({
        ...{ status, isGone },
        at: iso(times[index] ?? 0),
      })),
    };
  });
}

type Earlier = { changedAt: number; status: RunStatus; isGone: boolean };

const statusAt = alertTable.factColumns.indexOf('status');
const goneAt = alertTable.factColumns.indexOf('gone_at');

/** What imports have kept of alerts as they were before, oldest first. */
function earlierStates(store: Store, ids: readonly string[]): (id: string) => Earlier[] {
  const found = store.raw
    .prepare<
      { ids: string; status: string; gone: string },
      { id: string; changedAt: number; status: string; gone: number | null }
    >(
      `SELECT c.row_id AS id, b.as_of AS changedAt, json_extract(c.before, @status) AS status,
              json_extract(c.before, @gone) AS gone
       FROM import_batch b JOIN import_change c ON c.batch_id = b.id
       WHERE b.kind = 'alerts' AND c.row_id IN (SELECT value FROM json_each(@ids))
       ORDER BY c.batch_id`,
    )
    .all({ ids: JSON.stringify(ids), status: `$[${statusAt}]`, gone: `$[${goneAt}]` });
  const groups = Map.groupBy(found, ({ id }) => id);
  return (id) =>
    (groups.get(id) ?? []).map(({ changedAt, status, gone }) => ({
      ...{ changedAt, isGone: gone !== null },
      status: runStatus.catch('unknown').parse(status),
    }));
}

/** When the imports that first told of these alerts were made. */
function batchTimes(
  store: Store,
  rows: readonly { batchId: string }[],
): (batchId: string) => number {
  const found = store.raw
    .prepare<[string], { id: string; asOf: number }>(
      `SELECT id, as_of AS asOf FROM import_batch WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(rows.map(({ batchId }) => batchId)));
  const times = new Map(found.map(({ id, asOf }) => [id, asOf]));
  return (batchId) => times.get(batchId) ?? 0;
}
