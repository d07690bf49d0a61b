import { z } from 'zod';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { ticketTable } from '#core/imported/index.ts';
import { runStatus } from '#shared/model/delivery/pipelines.ts';
import type { PastTicket } from '#shared/rules/delivery/tickets/past.ts';

type Kept = { rowId: string; asOf: number; before: string };

const facts = z.array(z.union([z.string(), z.number(), z.null()]));
const names = z.array(z.string());
const columns = ticketTable.factColumns;

/** How tickets were before later syncs and files changed them, the oldest first, by their row. */
export function pastOf(store: Store, rowIds: readonly string[]): Map<string, PastTicket[]> {
  const rows = store.raw
    .prepare<[string], Kept>(
      `SELECT c.row_id AS rowId, b.as_of AS asOf, c.before FROM import_change c
       JOIN import_batch b ON b.id = c.batch_id
       WHERE c.row_id IN (SELECT value FROM json_each(?)) ORDER BY c.batch_id`,
    )
    .all(JSON.stringify(rowIds));
  return new Map(
    [...Map.groupBy(rows, ({ rowId }) => rowId)].map(([id, kept]) => [id, kept.map(pastTicket)]),
  );
}

function pastTicket({ asOf, before }: Kept): PastTicket {
  const kept = facts.parse(JSON.parse(before));
  const fact = (column: string) => String(kept[columns.indexOf(column)] ?? '');
  return {
    until: iso(asOf),
    key: fact('key'),
    status: runStatus.parse(fact('status')),
    releases: names.parse(JSON.parse(fact('releases'))),
  };
}

/** Rows of tickets that were called so once: a ticket that moves to another project changes its key. */
export function formerlyCalled(store: Store, keys: readonly string[]): string[] {
  if (keys.length === 0) return [];
  return store.raw
    .prepare<[string], { id: string }>(
      `SELECT DISTINCT c.row_id AS id FROM import_batch b JOIN import_change c ON c.batch_id = b.id
       WHERE b.kind = 'tickets'
         AND upper(json_extract(c.before, '$[${columns.indexOf('key')}]'))
             IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(keys))
    .map(({ id }) => id);
}
