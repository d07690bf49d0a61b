export { refuseUnknownCalendar } from './holiday-calendar.ts';
export { listPeople, listRoles, presentPeople } from './rows.ts';
