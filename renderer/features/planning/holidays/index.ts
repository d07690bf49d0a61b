export { HolidayCalendars } from './HolidayCalendars.tsx';
