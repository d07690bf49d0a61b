import { CalendarFileMenu } from '../calendar-files/index.ts';

/** What leaves the calendar as a file, and comes into it. */
export function ExportIcs() {
  return <CalendarFileMenu />;
}
