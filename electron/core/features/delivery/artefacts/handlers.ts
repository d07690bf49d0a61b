import { and, asc, count, desc, eq, or, sql, type SQL } from 'drizzle-orm';
import type { Handlers } from '#core/context.ts';
import { connection } from '#core/database/schema/delivery.ts';
import { artefact } from '#core/database/schema/things.ts';
import { isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { listServices } from '../../workspace/services/index.ts';

export const artefacts: Handlers<'artefacts.list'> = {
  'artefacts.list': (input, { store }) => listArtefacts(store, input),
};

/** One page of the artefacts, the newest first; those nobody dates stand behind them by name. */
function listArtefacts(
  store: Store,
  { limit, offset, ...asked }: Parsed<'artefacts.list'>,
): Output<'artefacts.list'> {
  const where = chosen(asked);
  const total = store.orm.select({ n: count() }).from(artefact).where(where).get();
  const rows = store.orm
    .select()
    .from(artefact)
    .innerJoin(connection, eq(connection.id, artefact.connectionId))
    .where(where)
    .orderBy(
      desc(artefact.publishedAt),
      asc(artefact.name),
      desc(artefact.version),
      asc(artefact.externalId),
    )
    .limit(limit)
    .offset(offset)
    .all();
  const known = new Set(listServices(store).map(({ id }) => id));
  return {
    artefacts: rows.map(({ artefact: row, connection: from }) => {
      const { workspaceId: _file, batchId: _batch, ...rest } = row;
      const mapped = from.services.find(({ name }) => name === row.name)?.serviceId;
      return {
        ...rest,
        publishedAt: isoOrNull(row.publishedAt),
        goneAt: isoOrNull(row.goneAt),
        connectionName: from.name,
        serviceId: mapped !== undefined && known.has(mapped) ? mapped : null,
      };
    }),
    total: total?.n ?? 0,
  };
}

function chosen({
  connectionId,
  name,
  text,
}: Omit<Parsed<'artefacts.list'>, 'limit' | 'offset'>): SQL | undefined {
  const within = [artefact.name, artefact.version, artefact.digest].map(
    (column) => sql`instr(lower(${column}), lower(${text})) > 0`,
  );
  return and(
    connectionId === undefined ? undefined : eq(artefact.connectionId, connectionId),
    name === undefined ? undefined : eq(artefact.name, name),
    text === '' ? undefined : or(...within),
  );
}
