export { mappedEnvironments } from './mapped.ts';
export { connectionFacts, requireConnection } from './read.ts';
export type { ConnectionFacts } from './read.ts';
export { importTakenBack, newestOf, saveState, watermarkOf } from './state.ts';
