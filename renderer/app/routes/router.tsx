import {
  createHashHistory,
  createRoute,
  createRouter,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { isReleaseTab, type ReleaseTab } from '../../state/release-tabs.ts';
import { ScreenFailure } from '../shell/ScreenFailure.tsx';
import { ScreenSkeleton } from '../shell/ScreenSkeleton.tsx';
import { calendarRoutes } from './calendar-routes.ts';
import {
  ConnectionPage,
  ConnectionsPage,
  ImportPage,
  MatrixPage,
  ParityPage,
  NewConnectionPage,
  NewReleasePage,
  ReleasePage,
  ReleasesPage,
  SettingsPage,
  TodayPage,
  WallPage,
  WelcomePage,
  WhoPage,
} from './pages.tsx';
import { governanceRoutes } from './governance-routes.ts';
import { root } from './root.ts';
import { textIn } from './search.ts';
import { isSettingsSection, type SettingsSection } from './settings-sections.ts';

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
const importSheet = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: ImportPage,
});
const environments = createRoute({
  getParentRoute: () => root,
  path: '/environments',
  // The day, how the matrix is narrowed, and the open cell.
  validateSearch: (search) => ({
    ...textIn(search, 'on'),
    ...textIn(search, 'show'),
    ...textIn(search, 'service'),
    ...textIn(search, 'team'),
    ...textIn(search, 'kind'),
    ...textIn(search, 'sel'),
    ...textIn(search, 'env'),
  }),
  component: MatrixPage,
});
const parity = createRoute({
  getParentRoute: () => root,
  path: '/environments/parity',
  // The kept comparison that is open.
  validateSearch: (search): { sel?: string } => textIn(search, 'sel'),
  component: ParityPage,
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
  ...calendarRoutes,
  ...governanceRoutes,
  home,
  welcome,
  who,
  releases,
  newRelease,
  release,
  today,
  wall,
  importSheet,
  environments,
  parity,
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
