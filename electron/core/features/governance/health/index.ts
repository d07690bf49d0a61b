export { health } from './handlers.ts';
