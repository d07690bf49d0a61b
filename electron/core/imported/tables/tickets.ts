import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import { byId, goneColumn, ms, statusColumns, statusFacts } from '../imported-table.ts';
import type { ImportedTable } from '../imported-table.ts';

/** Tickets as they are stored. */
export const ticketTable: ImportedTable<NormalisedTicket> = {
  kind: 'tickets',
  name: 'ticket',
  ...byId,
  factColumns: [
    'key',
    'title',
    'type',
    'priority',
    'assignee',
    'labels',
    'releases',
    ...statusColumns,
    'created_at',
    'started_at',
    'updated_at',
    'finished_at',
    goneColumn,
  ],
  factsOf: (row) => [
    row.key,
    row.title,
    row.type,
    row.priority,
    row.assignee,
    JSON.stringify(row.labels),
    JSON.stringify(row.releases),
    ...statusFacts(row),
    ms(row.createdAt),
    ms(row.startedAt),
    ms(row.updatedAt),
    ms(row.finishedAt),
    null,
  ],
  lineOf: (row) => `${row.externalId}\t${row.status}\t${row.warnings}\t${row.updatedAt}`,
};
