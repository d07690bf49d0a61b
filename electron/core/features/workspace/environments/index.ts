export { listEnvironments } from './handlers.ts';
