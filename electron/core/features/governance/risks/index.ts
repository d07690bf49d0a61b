export { listRisks } from './handlers.ts';
