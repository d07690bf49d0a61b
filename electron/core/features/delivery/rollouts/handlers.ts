import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Handlers } from '#core/context.ts';
import { connection } from '#core/database/schema/delivery.ts';
import { rollout } from '#core/database/schema/things.ts';
import { isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { mappedEnvironments } from '../connections/index.ts';

export const rollouts: Handlers<'rollouts.list'> = {
  'rollouts.list': (input, { store }) => listRollouts(store, input),
};

/** One page of where things stand, each in the environment it is mapped to. */
function listRollouts(
  store: Store,
  { connectionId, status, limit, offset }: Parsed<'rollouts.list'>,
): Output<'rollouts.list'> {
  const where = and(
    connectionId === undefined ? undefined : eq(rollout.connectionId, connectionId),
    status === undefined ? undefined : and(eq(rollout.status, status), isNull(rollout.goneAt)),
  );
  const total = store.orm.select({ n: count() }).from(rollout).where(where).get();
  const rows = store.orm
    .select()
    .from(rollout)
    .innerJoin(connection, eq(connection.id, rollout.connectionId))
    .where(where)
    .orderBy(
      isNotNull(rollout.goneAt),
      asc(rollout.name),
      asc(rollout.environment),
      asc(rollout.externalId),
    )
    .limit(limit)
    .offset(offset)
    .all();
  const mapped = mappedEnvironments(store);
  return {
    rollouts: rows.map(({ rollout: row, connection: from }) => {
      const { workspaceId: _file, batchId: _batch, ...told } = row;
      return {
        ...told,
        updatedAt: isoOrNull(row.updatedAt),
        goneAt: isoOrNull(row.goneAt),
        connectionName: from.name,
        environmentId: mapped(row.environment, from.environments),
      };
    }),
    total: total?.n ?? 0,
  };
}
