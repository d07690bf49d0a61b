import { getRouteApi } from '@tanstack/react-router';
import { lazyScreen } from '../../state/lazy-screen.ts';

/** The screens of governance and what is told of it, each when it is opened. */
const ChecklistTemplates = lazyScreen(
  async () =>
    (await import('../../features/governance/checklist-templates/ChecklistTemplatesScreen.tsx'))
      .ChecklistTemplatesScreen,
);
const Checklists = lazyScreen(
  async () =>
    (await import('../../features/governance/checklists/across/ChecklistsScreen.tsx'))
      .ChecklistsScreen,
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
const Approvals = lazyScreen(
  async () =>
    (await import('../../features/governance/approvals/ApprovalsScreen.tsx')).ApprovalsScreen,
);
const CabMeeting = lazyScreen(
  async () => (await import('../../features/governance/cab/MeetingScreen.tsx')).MeetingScreen,
);
const CabPresent = lazyScreen(
  async () => (await import('../../features/governance/cab/PresentScreen.tsx')).PresentScreen,
);
const Cab = lazyScreen(
  async () => (await import('../../features/governance/cab/CabScreen.tsx')).CabScreen,
);
const Improve = lazyScreen(async () => (await import('./improve-page.tsx')).ImproveWithLessons);

const approvalsRoute = getRouteApi('/approvals');
const improveRoute = getRouteApi('/improve');
const checklistsRoute = getRouteApi('/checklists');
const checklistTemplatesRoute = getRouteApi('/checklists/templates');
const packsRoute = getRouteApi('/cab/packs');
const riskRegisterRoute = getRouteApi('/releases/risks');
const statusRoute = getRouteApi('/status');
const cabMeetingRoute = getRouteApi('/cab/$meetingId');
const cabPresentRoute = getRouteApi('/cab/$meetingId/present');

export function StatusPage() {
  return <StatusOfWeeks search={statusRoute.useSearch()} />;
}

export function ApprovalsPage() {
  return <Approvals search={approvalsRoute.useSearch()} />;
}

export function ChecklistsPage() {
  return <Checklists search={checklistsRoute.useSearch()} />;
}

export function ChecklistTemplatesPage() {
  return <ChecklistTemplates opened={checklistTemplatesRoute.useSearch().sel} />;
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
