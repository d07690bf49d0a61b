export { createImporter } from './importer.ts';
export type { Importer } from './importer.ts';
export { listRuns, runsOfCommits } from './read-runs.ts';
export { newestAttempts, unfinishedRuns, wholeRuns } from './unfinished.ts';
