export { listHolidayCalendars } from './rows.ts';
