export { listChecklist } from './handlers.ts';
