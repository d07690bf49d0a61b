export { listScope } from './handlers.ts';
