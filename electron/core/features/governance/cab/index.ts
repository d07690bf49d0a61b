export { createCab } from './handlers.ts';
