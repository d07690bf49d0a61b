export { paths } from './handlers.ts';
