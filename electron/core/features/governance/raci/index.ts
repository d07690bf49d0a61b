export { raci } from './handlers.ts';
