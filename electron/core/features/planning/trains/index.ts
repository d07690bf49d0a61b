export { trains } from './handlers.ts';
export { trainDatesFor } from './shift.ts';
