export { policies } from './handlers.ts';
export { policySubjects } from './facts.ts';
export { policyInForce } from './rows.ts';
export { settleGates } from './settle.ts';
export { watchWrites } from './touched.ts';
