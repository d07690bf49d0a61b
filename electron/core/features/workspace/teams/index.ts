export { listTeams } from './handlers.ts';
