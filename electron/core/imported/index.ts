export { answered, keyText } from './imported-table.ts';
export { createImporter, together } from './importer.ts';
export type { Importer } from './importer.ts';
export { storedDeployments, unfinishedDeployments, waitingRuns } from './known-deployments.ts';
export { storedArtefacts } from './known-artefacts.ts';
export { hasReruns, newestAttempts, unfinishedRuns, wholeRuns } from './known-runs.ts';
export { createThingImporters } from './thing-importers.ts';
export {
  alertTable,
  artefactTable,
  deploymentTable,
  importedTables,
  rolloutTable,
  runTable,
  ticketTable,
} from './tables/index.ts';
export type { Shape, ThingTable } from './tables/index.ts';
