import { and, count, desc, eq, type SQL } from 'drizzle-orm';
import { connection } from '#core/database/schema/delivery.ts';
import { alert } from '#core/database/schema/things.ts';
import { isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { AlertView } from '#shared/contract/delivery/monitoring.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';

/** One page of alerts, those that began last first. */
export function listAlerts(
  store: Store,
  { limit, offset, ...asked }: Parsed<'monitoring.alerts'>,
): Output<'monitoring.alerts'> {
  const where = chosen(asked);
  const total = store.orm.select({ n: count() }).from(alert).where(where).get();
  const rows = store.orm
    .select()
    .from(alert)
    .innerJoin(connection, eq(connection.id, alert.connectionId))
    .where(where)
    // By what the provider says alone, as runs are.
    .orderBy(desc(alert.startedAt), desc(alert.externalId))
    .limit(limit)
    .offset(offset)
    .all();
  return {
    alerts: rows.map(({ alert: row, connection: { name } }) => toView(row, name)),
    total: total?.n ?? 0,
  };
}

type Asked = Omit<Parsed<'monitoring.alerts'>, 'limit' | 'offset'>;

function chosen({ connectionId, status }: Asked): SQL | undefined {
  return and(
    connectionId === undefined ? undefined : eq(alert.connectionId, connectionId),
    status === undefined ? undefined : eq(alert.status, status),
  );
}

function toView(row: Row<typeof alert>, connectionName: string): AlertView {
  const { workspaceId: _file, batchId: _batch, occurrence: _key, ...rest } = row;
  return {
    ...rest,
    connectionName,
    startedAt: isoOrNull(row.startedAt),
    updatedAt: isoOrNull(row.updatedAt),
    finishedAt: isoOrNull(row.finishedAt),
    goneAt: isoOrNull(row.goneAt),
  };
}
