export { listPeople, listRoles } from './handlers.ts';
