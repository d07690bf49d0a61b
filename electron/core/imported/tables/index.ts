import type { NormalisedThing } from '#shared/model/delivery/rows.ts';
import type { ImportedTable } from '../imported-table.ts';
import { alertTable } from './alerts.ts';
import { artefactTable } from './artefacts.ts';
import { deploymentTable } from './deployments.ts';
import { rolloutTable } from './rollouts.ts';
import { runTable } from './runs.ts';
import { ticketTable } from './tickets.ts';

export { alertTable, artefactTable, deploymentTable, rolloutTable, runTable, ticketTable };

/** A table whatever its rows are: enough to take an import back, not to write one. */
export type Shape = Pick<
  ImportedTable<never>,
  'kind' | 'name' | 'keyColumns' | 'factColumns' | 'index'
>;

/** Of things that are as they are now, and can go. */
export type ThingTable<Row extends NormalisedThing> = ImportedTable<Row>;

export const importedTables: readonly Shape[] = [
  runTable,
  deploymentTable,
  rolloutTable,
  artefactTable,
  ticketTable,
  alertTable,
];
