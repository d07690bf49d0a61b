export { absences } from './handlers.ts';
export { absencesIn } from './rows.ts';
