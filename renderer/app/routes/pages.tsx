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
const Checklists = lazyScreen(
  async () =>
    (await import('../../features/governance/checklists/across/ChecklistsScreen.tsx'))
      .ChecklistsScreen,
);
const ChecklistTemplates = lazyScreen(
  async () =>
    (await import('../../features/governance/checklist-templates/ChecklistTemplatesScreen.tsx'))
      .ChecklistTemplatesScreen,
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
const Packs = lazyScreen(
  async () => (await import('../../features/governance/packs/PacksScreen.tsx')).PacksScreen,
);
const RiskRegister = lazyScreen(
  async () =>
    (await import('../../features/governance/risks/register/RegisterScreen.tsx')).RegisterScreen,
);
const RiskCalibration = lazyScreen(
  async () =>
    (await import('../../features/governance/calibration/CalibrationScreen.tsx')).CalibrationScreen,
);
const StatusOfWeeks = lazyScreen(
  async () => (await import('../../features/reports/reports/status/StatusScreen.tsx')).StatusScreen,
);
const Settings = lazyScreen(
  async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
);

const Approvals = lazyScreen(
  async () =>
    (await import('../../features/governance/approvals/ApprovalsScreen.tsx')).ApprovalsScreen,
);

const approvalsRoute = getRouteApi('/approvals');
const Cab = lazyScreen(
  async () => (await import('../../features/governance/cab/CabScreen.tsx')).CabScreen,
);
const CabMeeting = lazyScreen(
  async () => (await import('../../features/governance/cab/MeetingScreen.tsx')).MeetingScreen,
);
const CabPresent = lazyScreen(
  async () => (await import('../../features/governance/cab/PresentScreen.tsx')).PresentScreen,
);

const Improve = lazyScreen(async () => (await import('./improve-page.tsx')).ImproveWithLessons);
const improveRoute = getRouteApi('/improve');

const releasesRoute = getRouteApi('/releases');
const releaseRoute = getRouteApi('/releases/$releaseId/$tab');
const calendarRoute = getRouteApi('/calendar');
const windowsRoute = getRouteApi('/calendar/windows');
const bookingsRoute = getRouteApi('/calendar/bookings');
const capacityRoute = getRouteApi('/calendar/capacity');
const matrixRoute = getRouteApi('/environments');
const parityRoute = getRouteApi('/environments/parity');
const timelineRoute = getRouteApi('/calendar/timeline');
const checklistsRoute = getRouteApi('/checklists');
const checklistTemplatesRoute = getRouteApi('/checklists/templates');
const connectionRoute = getRouteApi('/pipelines/$connectionId');
const packsRoute = getRouteApi('/cab/packs');
const riskRegisterRoute = getRouteApi('/releases/risks');
const statusRoute = getRouteApi('/status');
const settingsRoute = getRouteApi('/settings/$section');
const cabMeetingRoute = getRouteApi('/cab/$meetingId');
const cabPresentRoute = getRouteApi('/cab/$meetingId/present');

export function WelcomePage() {
  return <Welcome />;
}

export function StatusPage() {
  return <StatusOfWeeks search={statusRoute.useSearch()} />;
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

export function ApprovalsPage() {
  return <Approvals search={approvalsRoute.useSearch()} />;
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

export function ChecklistsPage() {
  return <Checklists search={checklistsRoute.useSearch()} />;
}

export function ChecklistTemplatesPage() {
  return <ChecklistTemplates opened={checklistTemplatesRoute.useSearch().sel} />;
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

export function PacksPage() {
  return <Packs search={packsRoute.useSearch()} />;
}

export function RiskRegisterPage() {
  return <RiskRegister search={riskRegisterRoute.useSearch()} />;
}

export function RiskCalibrationPage() {
  return <RiskCalibration />;
}

export function ImprovePage() {
  return <Improve search={improveRoute.useSearch()} />;
}

export function SettingsPage() {
  const { section } = settingsRoute.useParams();
  const { sel } = settingsRoute.useSearch();
  return <Settings section={section} selected={sel} />;
}

export function CabPage() {
  return <Cab />;
}

export function CabMeetingPage() {
  const { meetingId } = cabMeetingRoute.useParams();
  const { sel } = cabMeetingRoute.useSearch();
  return <CabMeeting key={meetingId} meetingId={meetingId} selected={sel} />;
}

export function CabPresentPage() {
  const { meetingId } = cabPresentRoute.useParams();
  return <CabPresent key={meetingId} meetingId={meetingId} />;
}
