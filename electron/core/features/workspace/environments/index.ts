export { listEnvironments } from './rows.ts';
