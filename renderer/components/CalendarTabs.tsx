import { TabLinks } from './TabLinks.tsx';

/** The rooms of the calendar, in the order people go through them. */
const rooms = [
  { key: 'calendar', label: 'Calendar', href: '#/calendar' },
  { key: 'timeline', label: 'Timeline', href: '#/calendar/timeline' },
  { key: 'trains', label: 'Trains', href: '#/calendar/trains' },
  { key: 'windows', label: 'Windows and freezes', href: '#/calendar/windows' },
  { key: 'bookings', label: 'Bookings', href: '#/calendar/bookings' },
  { key: 'capacity', label: 'Capacity', href: '#/calendar/capacity' },
];

/** Goes under the head of each room's page. */
export function CalendarTabs({ current }: { current: string }) {
  return <TabLinks label="Calendar" tabs={rooms} current={current} />;
}
