export { itemAdder } from './adder.ts';
export { createScope } from './handlers.ts';
export type { ScopeChanges } from './handlers.ts';
export { scopeFreezeDay } from './late.ts';
export { listScope } from './rows.ts';
export { writeMove } from './steps.ts';
