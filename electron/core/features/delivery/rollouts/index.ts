export { rollouts } from './handlers.ts';
