export { RecurrenceFields } from './RecurrenceFields.tsx';
export { fieldsOf, timesOf } from './window-fields.ts';
export type { WindowFields } from './window-fields.ts';
