export { connectionFacts, requireConnection } from './read.ts';
export type { ConnectionFacts } from './read.ts';
export { newestOf, saveState } from './state.ts';
