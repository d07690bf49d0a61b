import type { NormalisedRollout } from '#shared/model/delivery/rows.ts';
import { byId, goneColumn, ms, statusColumns, statusFacts } from '../imported-table.ts';
import type { ImportedTable } from '../imported-table.ts';

/** Where things stand, as they are stored. */
export const rolloutTable: ImportedTable<NormalisedRollout> = {
  kind: 'rollouts',
  name: 'rollout',
  ...byId,
  factColumns: [
    'object_kind',
    'name',
    'namespace',
    'environment',
    'revision',
    'images',
    ...statusColumns,
    'note',
    'updated_at',
    goneColumn,
  ],
  factsOf: (row) => [
    row.objectKind,
    row.name,
    row.namespace,
    row.environment,
    row.revision,
    JSON.stringify(row.images),
    ...statusFacts(row),
    row.note,
    ms(row.updatedAt),
    null,
  ],
  lineOf: (row) => `${row.externalId}\t${row.status}\t${row.warnings}\t${row.updatedAt}`,
};
