export { rollback } from './handlers.ts';
export { readRollback } from './rows.ts';
