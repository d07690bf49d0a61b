export { matrix } from './handlers.ts';
export { eventsOfService } from './events.ts';
