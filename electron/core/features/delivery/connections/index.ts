export { connectionFacts, connectionRows, requireConnection } from './read.ts';
export type { ConnectionFacts } from './read.ts';
export { importTakenBack, newestOf, saveState } from './state.ts';
export { keptSource } from './kept-source.ts';
