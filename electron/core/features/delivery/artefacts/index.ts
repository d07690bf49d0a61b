export { readArtefacts } from './read-artefacts.ts';
export { readStagingRuns } from './read-staging.ts';
