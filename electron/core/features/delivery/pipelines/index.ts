export { listRuns, runsOfCommits } from './read-runs.ts';
