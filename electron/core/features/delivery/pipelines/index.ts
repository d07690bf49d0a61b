export { deploymentTable } from './deployment-table.ts';
export { answered } from './imported-table.ts';
export { createImporter, together } from './importer.ts';
export type { Importer } from './importer.ts';
export { storedDeployments, unfinishedDeployments, waitingRuns } from './known-deployments.ts';
export { listRuns, runsOfCommits } from './read-runs.ts';
export { runTable } from './run-table.ts';
export { newestAttempts, unfinishedRuns, wholeRuns } from './unfinished.ts';
