export { matrix } from './handlers.ts';
