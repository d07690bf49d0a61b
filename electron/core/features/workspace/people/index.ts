export { listPeople, listRoles, presentPeople } from './rows.ts';
