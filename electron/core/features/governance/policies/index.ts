export { policies } from './handlers.ts';
export { settleGates } from './settle.ts';
export { watchWrites } from './touched.ts';
export { policySubjects } from './facts.ts';
export { openReleaseIds } from './preview.ts';
export { policyInForce } from './rows.ts';
