export { monitoring } from './handlers.ts';
export { heldChecks, listChecks } from './checks.ts';
export { rolloutFacts, rolloutOf } from './rollout.ts';
