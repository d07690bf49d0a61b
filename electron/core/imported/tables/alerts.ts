import type { NormalisedAlert } from '#shared/model/delivery/rows.ts';
import { goneColumn, ms, statusColumns, statusFacts } from '../imported-table.ts';
import type { ImportedTable } from '../imported-table.ts';

/**
 * Alerts as they are stored, one row a time it fires: one that comes back has the fingerprint of
 * before and another start, and must not take the place of what was shown during a roll-out.
 */
export const alertTable: ImportedTable<NormalisedAlert> = {
  kind: 'alerts',
  name: 'alert',
  keyColumns: ['external_id', 'occurrence'],
  keyOf: ({ externalId, startedAt }) => [externalId, ms(startedAt) ?? 0],
  factColumns: [
    'name',
    'labels',
    'note',
    ...statusColumns,
    'started_at',
    'updated_at',
    'finished_at',
    goneColumn,
  ],
  factsOf: (row) => [
    row.name,
    JSON.stringify(row.labels),
    row.note,
    ...statusFacts(row),
    ms(row.startedAt),
    ms(row.updatedAt),
    ms(row.finishedAt),
    null,
  ],
  lineOf: (row) => `${row.externalId}\t${row.status}\t${row.startedAt}\t${row.updatedAt}`,
};
