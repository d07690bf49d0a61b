export { listPeople, listRoles } from './rows.ts';
