export { connectionFacts } from './connections/read.ts';
export type { ConnectionFacts } from './connections/read.ts';
export { listRuns, runsOfCommits } from './pipelines/read-runs.ts';
