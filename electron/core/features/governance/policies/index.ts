export { policies } from './handlers.ts';
export { settleGates } from './settle.ts';
export { watchWrites } from './touched.ts';
export { policyInForce } from './rows.ts';
