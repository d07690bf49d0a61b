import { asc, eq } from 'drizzle-orm';
import { connection, connectionState } from '#core/database/schema/delivery.ts';
import { alive, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type {
  ConnectionState,
  Provider,
  WorkflowMapping,
} from '#shared/model/delivery/pipelines.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** What others need of a connection: where it points, its required workflows, how old its facts are. */
export type ConnectionFacts = {
  id: string;
  name: string;
  provider: Provider;
  repository: string;
  workflows: WorkflowMapping[];
  asOf: string | null;
};

export function connectionFacts(store: Store): ConnectionFacts[] {
  return connectionRows(store).map(({ connection: row, connection_state: state }) => ({
    id: row.id,
    name: row.name,
    provider: row.provider,
    repository: row.repository,
    workflows: row.workflows,
    asOf: isoOrNull(state?.lastSuccessAt ?? null),
  }));
}

export function connectionRows(store: Store) {
  return store.orm
    .select()
    .from(connection)
    .leftJoin(connectionState, eq(connectionState.connectionId, connection.id))
    .where(alive(connection))
    .orderBy(asc(connection.name), asc(connection.id))
    .all();
}

export function requireConnection(store: Store, id: string): Row<typeof connection> {
  const row = store.orm
    .select()
    .from(connection)
    .where(alive(connection, eq(connection.id, id)))
    .get();
  if (row !== undefined) return row;
  throw new Refusal(
    'not_found',
    `There is no connection with the id ${id}. It may have been removed; choose one from the list.`,
  );
}

export function toState(row: Row<typeof connectionState> | null): ConnectionState {
  const none = { added: 0, updated: 0, unchanged: 0, rejected: 0 };
  return {
    lastSuccessAt: isoOrNull(row?.lastSuccessAt ?? null),
    lastTriedAt: isoOrNull(row?.lastTriedAt ?? null),
    lastError: row?.lastError ?? null,
    rateLimitedUntil: isoOrNull(row?.rateLimitedUntil ?? null),
    nextSyncAt: isoOrNull(row?.nextSyncAt ?? null),
    warnings: row?.warnings ?? [],
    counts:
      row === null || row.added === null
        ? null
        : {
            added: row.added,
            updated: row.updated ?? none.updated,
            unchanged: row.unchanged ?? none.unchanged,
            rejected: row.rejected ?? none.rejected,
          },
  };
}
