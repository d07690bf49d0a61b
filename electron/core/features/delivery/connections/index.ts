export { mappedEnvironments } from './mapped.ts';
export { connectionFacts, connectionRows, requireConnection } from './read.ts';
export type { ConnectionFacts } from './read.ts';
export { askingOf } from './asking.ts';
export { importTakenBack, newestOf, saveState } from './state.ts';
export { watermarkOf } from './marks.ts';
