import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';
import { byId, goneColumn, ms, type ImportedTable } from '../imported-table.ts';

/** Artefacts as they are stored. */
export const artefactTable: ImportedTable<NormalisedArtefact> = {
  kind: 'artefacts',
  name: 'artefact',
  ...byId,
  factColumns: [
    'repository',
    'name',
    'version',
    'digest',
    'published_at',
    'size',
    'url',
    goneColumn,
  ],
  factsOf: (row) => [
    row.repository,
    row.name,
    row.version,
    row.digest,
    ms(row.publishedAt),
    row.size,
    row.url,
    null,
  ],
  lineOf: (row) => `${row.externalId}\t${row.digest}\t${row.publishedAt}`,
};
