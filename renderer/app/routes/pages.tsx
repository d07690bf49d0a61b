import { getRouteApi } from '@tanstack/react-router';
import { lazyScreen } from '../../state/lazy-screen.ts';

/** Screens come when they are opened: tables, calendar and forms stay out of the first load. */
const Welcome = lazyScreen(
  async () => (await import('../../features/workspace/workspace/WelcomeScreen.tsx')).WelcomeScreen,
);
const Who = lazyScreen(
  async () => (await import('../../features/workspace/people/WhoScreen.tsx')).WhoScreen,
);
const Today = lazyScreen(
  async () => (await import('../../features/reports/today/TodayScreen.tsx')).TodayScreen,
);
const Wall = lazyScreen(
  async () => (await import('../../features/reports/today/wall/WallScreen.tsx')).WallScreen,
);
const Releases = lazyScreen(
  async () =>
    (await import('../../features/planning/releases/table/ReleasesScreen.tsx')).ReleasesScreen,
);
const NewRelease = lazyScreen(
  async () =>
    (await import('../../features/planning/releases/NewReleaseScreen.tsx')).NewReleaseScreen,
);
const Release = lazyScreen(
  async () => (await import('../../features/planning/releases/ReleaseScreen.tsx')).ReleaseScreen,
);
const Calendar = lazyScreen(
  async () => (await import('../../features/planning/calendar/CalendarScreen.tsx')).CalendarScreen,
);
const Trains = lazyScreen(
  async () => (await import('../../features/planning/trains/TrainsScreen.tsx')).TrainsScreen,
);
const Windows = lazyScreen(
  async () => (await import('../../features/planning/windows/WindowsScreen.tsx')).WindowsScreen,
);
const Bookings = lazyScreen(
  async () => (await import('../../features/planning/bookings/BookingsScreen.tsx')).BookingsScreen,
);
const Capacity = lazyScreen(
  async () => (await import('../../features/planning/capacity/CapacityScreen.tsx')).CapacityScreen,
);
const Import = lazyScreen(
  async () => (await import('../../features/planning/imports/ImportScreen.tsx')).ImportScreen,
);
const Timeline = lazyScreen(
  async () =>
    (await import('../../features/planning/calendar/timeline/TimelineScreen.tsx')).TimelineScreen,
);
const Connections = lazyScreen(
  async () => (await import('./pipeline-pages.tsx')).ConnectionsWithRuns,
);
const NewConnection = lazyScreen(
  async () =>
    (await import('../../features/delivery/connections/NewConnectionScreen.tsx'))
      .NewConnectionScreen,
);
const Connection = lazyScreen(
  async () => (await import('./pipeline-pages.tsx')).ConnectionWithRuns,
);
const Matrix = lazyScreen(
  async () => (await import('../../features/delivery/matrix/index.ts')).MatrixScreen,
);
const Parity = lazyScreen(
  async () => (await import('../../features/delivery/parity/index.ts')).ParityScreen,
);
const Settings = lazyScreen(
  async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
);

const releasesRoute = getRouteApi('/releases');
const releaseRoute = getRouteApi('/releases/$releaseId/$tab');
const calendarRoute = getRouteApi('/calendar');
const windowsRoute = getRouteApi('/calendar/windows');
const bookingsRoute = getRouteApi('/calendar/bookings');
const capacityRoute = getRouteApi('/calendar/capacity');
const matrixRoute = getRouteApi('/environments');
const parityRoute = getRouteApi('/environments/parity');
const timelineRoute = getRouteApi('/calendar/timeline');
const connectionRoute = getRouteApi('/pipelines/$connectionId');
const settingsRoute = getRouteApi('/settings/$section');

export function WelcomePage() {
  return <Welcome />;
}

export function WhoPage() {
  return <Who />;
}

export function ReleasesPage() {
  return <Releases search={releasesRoute.useSearch()} />;
}

export function NewReleasePage() {
  return <NewRelease />;
}

export function ReleasePage() {
  const { releaseId, tab } = releaseRoute.useParams();
  const { sel } = releaseRoute.useSearch();
  return <Release key={releaseId} releaseId={releaseId} tab={tab} selected={sel} />;
}

export function TodayPage() {
  return <Today />;
}

export function WallPage() {
  return <Wall />;
}

export function CalendarPage() {
  return <Calendar search={calendarRoute.useSearch()} />;
}

export function TrainsPage() {
  return <Trains />;
}

export function WindowsPage() {
  return <Windows search={windowsRoute.useSearch()} />;
}

export function BookingsPage() {
  return <Bookings search={bookingsRoute.useSearch()} />;
}

export function MatrixPage() {
  return <Matrix search={matrixRoute.useSearch()} />;
}

export function ParityPage() {
  return <Parity search={parityRoute.useSearch()} />;
}

export function CapacityPage() {
  return <Capacity search={capacityRoute.useSearch()} />;
}

export function ImportPage() {
  return <Import />;
}

export function TimelinePage() {
  return <Timeline search={timelineRoute.useSearch()} />;
}

export function ConnectionsPage() {
  return <Connections />;
}

export function NewConnectionPage() {
  return <NewConnection />;
}

export function ConnectionPage() {
  const { connectionId } = connectionRoute.useParams();
  const { sel } = connectionRoute.useSearch();
  return <Connection key={connectionId} connectionId={connectionId} run={sel} />;
}

export function SettingsPage() {
  const { section } = settingsRoute.useParams();
  const { sel } = settingsRoute.useSearch();
  return <Settings section={section} selected={sel} />;
}
