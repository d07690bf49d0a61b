export { listIncidents } from './handlers.ts';
