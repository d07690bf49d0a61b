export { matrix } from './handlers.ts';
export { readWent } from './went-deployments.ts';
