export type { OpenSeatsOf } from './due-gates.ts';
export { createAbsences } from './handlers.ts';
export { absencesIn } from './rows.ts';
