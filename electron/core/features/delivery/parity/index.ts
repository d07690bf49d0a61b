export { parity } from './handlers.ts';
