export { monitoring } from './handlers.ts';
export { heldChecks } from './checks.ts';
export { rolloutFacts, rolloutOf } from './rollout.ts';
