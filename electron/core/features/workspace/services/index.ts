export { listServices } from './handlers.ts';
