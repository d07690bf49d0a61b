export { deputies } from './handlers.ts';
