export { baselines, keepBaseline } from './handlers.ts';
