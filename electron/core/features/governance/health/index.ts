export { health } from './handlers.ts';
export { healthOf } from './health-of.ts';
