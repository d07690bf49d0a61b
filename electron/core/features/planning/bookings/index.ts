export { bookings } from './handlers.ts';
export { usesIn } from './uses.ts';
