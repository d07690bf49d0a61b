export { listStakeholders, stakeholders } from './handlers.ts';
