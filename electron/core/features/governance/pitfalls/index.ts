export { pitfalls } from './handlers.ts';
