export { bookings } from './handlers.ts';
