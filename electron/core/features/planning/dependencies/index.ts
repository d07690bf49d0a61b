export { dependencies } from './handlers.ts';
export { listDependencies, needsOf } from './standing.ts';
