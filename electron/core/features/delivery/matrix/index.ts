export { matrix } from './handlers.ts';
export { eventsOfService } from './events.ts';
export { readWent } from './went-deployments.ts';
