export { capacity } from './handlers.ts';
