export { baselines, keepBaseline, readDrift } from './handlers.ts';
