import { createRoute } from '@tanstack/react-router';
import {
  BookingsPage,
  CalendarPage,
  CapacityPage,
  TimelinePage,
  TrainsPage,
  WindowsPage,
} from './pages.tsx';
import { root } from './root.ts';
import { textIn } from './search.ts';

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  // Where it is turned to, how it is shown and narrowed, or a saved view.
  validateSearch: (search) => ({
    ...textIn(search, 'view'),
    ...textIn(search, 'on'),
    ...textIn(search, 'month'),
    ...textIn(search, 'saved'),
    ...textIn(search, 'service'),
    ...textIn(search, 'environment'),
    ...textIn(search, 'type'),
    ...textIn(search, 'owner'),
    ...textIn(search, 'risk'),
    ...textIn(search, 'train'),
    ...textIn(search, 'windows'),
  }),
  component: CalendarPage,
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/calendar/timeline',
  // What rows stand for, how near it is, the day it is about, how it is narrowed, and the saved view.
  validateSearch: (search) => ({
    ...textIn(search, 'rows'),
    ...textIn(search, 'zoom'),
    ...textIn(search, 'at'),
    ...textIn(search, 'saved'),
    ...textIn(search, 'q'),
    ...textIn(search, 'type'),
    ...textIn(search, 'risk'),
    ...textIn(search, 'owner'),
    ...textIn(search, 'service'),
    ...textIn(search, 'environment'),
    ...textIn(search, 'train'),
  }),
  component: TimelinePage,
});

const trains = createRoute({
  getParentRoute: () => root,
  path: '/calendar/trains',
  component: TrainsPage,
});

const windows = createRoute({
  getParentRoute: () => root,
  path: '/calendar/windows',
  // The opened window, whether it is edited, and the holiday calendars instead.
  validateSearch: (search) => ({
    ...textIn(search, 'sel'),
    ...textIn(search, 'edit'),
    ...textIn(search, 'show'),
  }),
  component: WindowsPage,
});

const bookings = createRoute({
  getParentRoute: () => root,
  path: '/calendar/bookings',
  validateSearch: (search) => ({
    ...textIn(search, 'from'),
    ...textIn(search, 'weeks'),
    ...textIn(search, 'sel'),
  }),
  component: BookingsPage,
});

const capacity = createRoute({
  getParentRoute: () => root,
  path: '/calendar/capacity',
  // The first week, and the role or person with the week that is opened.
  validateSearch: (search) => ({
    ...textIn(search, 'from'),
    ...textIn(search, 'sel'),
    ...textIn(search, 'week'),
  }),
  component: CapacityPage,
});

/** The calendar and its rooms. */
export const calendarRoutes = [calendar, timeline, trains, windows, bookings, capacity] as const;
