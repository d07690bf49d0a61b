import { and, count, desc, eq, notLike, or, sql, type SQL } from 'drizzle-orm';
import { connection } from '#core/database/schema/delivery.ts';
import { ticket } from '#core/database/schema/things.ts';
import { alive, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { answered } from '#core/imported/index.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { requireConnection } from '../connections/index.ts';
import { listTrackers, takenFinder } from './trackers.ts';

/** Versions of a project are kept beside its tickets, and are none. */
const isTicket = notLike(ticket.externalId, 'version/%');

/** One page of tickets, the last changed first. */
export function listTickets(
  store: Store,
  { limit, offset, ...asked }: Parsed<'tickets.list'>,
): Output<'tickets.list'> {
  const where = chosen(asked);
  const of = eq(connection.id, ticket.connectionId);
  const total = store.orm
    .select({ n: count() })
    .from(ticket)
    .innerJoin(connection, of)
    .where(where)
    .get();
  const rows = store.orm
    .select()
    .from(ticket)
    .innerJoin(connection, of)
    .where(where)
    .orderBy(desc(ticket.updatedAt), desc(ticket.externalId), desc(ticket.id))
    .limit(limit)
    .offset(offset)
    .all();
  const trackers = listTrackers(store);
  const find = takenFinder(store, trackers);
  const tickets = rows.map(({ ticket: row, connection: from }) => {
    const asOf = trackers.find(({ id }) => id === from.id)?.asOf ?? null;
    const told = { connectionName: from.name, asOf, ...find(row.key, from) };
    return { ...answered(row), goneAt: isoOrNull(row.goneAt), ...told };
  });
  return { tickets, total: total?.n ?? 0 };
}

type Asked = Omit<Parsed<'tickets.list'>, 'limit' | 'offset'>;

function chosen({ connectionId, text, status, release, label }: Asked): SQL | undefined {
  return and(
    isTicket,
    alive(connection),
    connectionId === undefined ? undefined : eq(ticket.connectionId, connectionId),
    status === undefined ? undefined : eq(ticket.status, status),
    release === undefined ? undefined : holds(sql`${ticket.releases}`, release),
    label === undefined ? undefined : holds(sql`${ticket.labels}`, label),
    text === ''
      ? undefined
      : or(contains(sql`${ticket.key}`, text), contains(sql`${ticket.title}`, text)),
  );
}

function holds(list: SQL, name: string): SQL {
  return sql`EXISTS (SELECT 1 FROM json_each(${list}) WHERE value = ${name})`;
}

function contains(column: SQL, text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`${column} LIKE ${pattern} ESCAPE '\\'`;
}

const mostChoices = 500;

/** What tickets of a connection can be chosen by, what changed last first. */
export function listChoices(
  store: Store,
  { connectionId }: Parsed<'tickets.choices'>,
): Output<'tickets.choices'> {
  requireConnection(store, connectionId);
  const inColumn = (column: 'releases' | 'labels') =>
    store.raw
      .prepare<[string, number], { name: string; tickets: number }>(
        `SELECT value AS name, COUNT(DISTINCT t.id) AS tickets FROM ticket t, json_each(t.${column})
         WHERE t.connection_id = ? AND t.gone_at IS NULL AND value <> ''
           AND t.external_id NOT LIKE 'version/%'
         GROUP BY value ORDER BY MAX(t.updated_at) DESC, value LIMIT ?`,
      )
      .all(connectionId, mostChoices);
  return { releases: inColumn('releases'), labels: inColumn('labels') };
}
