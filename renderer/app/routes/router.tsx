import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { isReleaseTab, type ReleaseTab } from '../../state/release-tabs.ts';
import { LostPage } from '../shell/LostPage.tsx';
import { ScreenFailure } from '../shell/ScreenFailure.tsx';
import { ScreenSkeleton } from '../shell/ScreenSkeleton.tsx';
import { Shell } from '../shell/Shell.tsx';
import {
  BookingsPage,
  CalendarPage,
  CapacityPage,
  ConnectionPage,
  ConnectionsPage,
  ImportPage,
  NewConnectionPage,
  NewReleasePage,
  ReleasePage,
  ReleasesPage,
  SettingsPage,
  TimelinePage,
  TodayPage,
  WallPage,
  WelcomePage,
  WhoPage,
  TrainsPage,
  WindowsPage,
} from './pages.tsx';
import { textIn } from './search.ts';
import { isSettingsSection, type SettingsSection } from './settings-sections.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: LostPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // The router takes a redirect as a thrown value.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/today', replace: true });
  },
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: WelcomePage,
});
const who = createRoute({ getParentRoute: () => root, path: '/who', component: WhoPage });
const releases = createRoute({
  getParentRoute: () => root,
  path: '/releases',
  // A saved view, or how the list is narrowed and grouped.
  validateSearch: (search) => ({
    ...textIn(search, 'view'),
    ...textIn(search, 'which'),
    ...textIn(search, 'q'),
    ...textIn(search, 'group'),
    ...textIn(search, 'type'),
    ...textIn(search, 'phase'),
    ...textIn(search, 'owner'),
    ...textIn(search, 'service'),
    ...textIn(search, 'risk'),
    ...textIn(search, 'outcome'),
  }),
  component: ReleasesPage,
});
const newRelease = createRoute({
  getParentRoute: () => root,
  path: '/releases/new',
  component: NewReleasePage,
});
const release = createRoute({
  getParentRoute: () => root,
  path: '/releases/$releaseId/$tab',
  params: {
    // An unknown tab of a known release is no dead end: it shows the overview.
    parse: ({ releaseId, tab }): { releaseId: string; tab: ReleaseTab } => ({
      releaseId,
      tab: isReleaseTab(tab) ? tab : 'overview',
    }),
    stringify: ({ releaseId, tab }) => ({ releaseId, tab }),
  },
  // The opened thing of a tab; of the history how it is narrowed, and what is compared.
  validateSearch: (search) => ({
    ...textIn(search, 'sel'),
    ...textIn(search, 'by'),
    ...textIn(search, 'kind'),
    ...textIn(search, 'field'),
    ...textIn(search, 'since'),
    ...textIn(search, 'until'),
    ...textIn(search, 'from'),
    ...textIn(search, 'to'),
  }),
  component: ReleasePage,
});
const today = createRoute({ getParentRoute: () => root, path: '/today', component: TodayPage });
const wall = createRoute({ getParentRoute: () => root, path: '/wall', component: WallPage });
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
const importSheet = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: ImportPage,
});
const timeline = createRoute({
  getParentRoute: () => root,
  path: '/calendar/timeline',
  // What rows stand for, how near it is, the day it is about, and how it is narrowed.
  validateSearch: (search) => ({
    ...textIn(search, 'rows'),
    ...textIn(search, 'zoom'),
    ...textIn(search, 'at'),
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
const pipelines = createRoute({
  getParentRoute: () => root,
  path: '/pipelines',
  component: ConnectionsPage,
});
const newConnection = createRoute({
  getParentRoute: () => root,
  path: '/pipelines/new',
  component: NewConnectionPage,
});
const connection = createRoute({
  getParentRoute: () => root,
  path: '/pipelines/$connectionId',
  validateSearch: (search): { sel?: string } => textIn(search, 'sel'),
  component: ConnectionPage,
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  params: {
    parse: ({ section }): { section: SettingsSection } => ({
      section: isSettingsSection(section) ? section : 'workspace',
    }),
    stringify: ({ section }) => ({ section }),
  },
  validateSearch: (search): { sel?: string } => textIn(search, 'sel'),
  component: SettingsPage,
});

const routeTree = root.addChildren([
  home,
  welcome,
  who,
  releases,
  newRelease,
  release,
  today,
  wall,
  calendar,
  trains,
  windows,
  bookings,
  capacity,
  importSheet,
  timeline,
  pipelines,
  newConnection,
  connection,
  settings,
]);

/** Addresses live in the fragment: the page is one file under app:// and on the loopback host. */
export function createAppRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree,
    history,
    defaultErrorComponent: ScreenFailure,
    defaultPendingComponent: ScreenSkeleton,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  // Only an interface can be added to from outside.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Register {
    router: AppRouter;
  }
}
