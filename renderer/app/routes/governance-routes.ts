import { createRoute } from '@tanstack/react-router';
import {
  ApprovalsPage,
  CabMeetingPage,
  CabPage,
  CabPresentPage,
  ChecklistsPage,
  ChecklistTemplatesPage,
  ImprovePage,
  PacksPage,
  RiskCalibrationPage,
  RiskRegisterPage,
  StatusPage,
} from './governance-pages.tsx';
import { root } from './root.ts';
import { textIn } from './search.ts';

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  // Which list, and the gate that is open beside it.
  validateSearch: (search) => ({ ...textIn(search, 'show'), ...textIn(search, 'sel') }),
  component: ApprovalsPage,
});

const checklists = createRoute({
  getParentRoute: () => root,
  path: '/checklists',
  // Whose items, and how they are narrowed.
  validateSearch: (search) => ({
    ...textIn(search, 'whose'),
    ...textIn(search, 'due'),
    ...textIn(search, 'phase'),
    ...textIn(search, 'release'),
  }),
  component: ChecklistsPage,
});

const checklistTemplates = createRoute({
  getParentRoute: () => root,
  path: '/checklists/templates',
  validateSearch: (search): { sel?: string } => textIn(search, 'sel'),
  component: ChecklistTemplatesPage,
});

const cab = createRoute({ getParentRoute: () => root, path: '/cab', component: CabPage });

const cabMeeting = createRoute({
  getParentRoute: () => root,
  path: '/cab/$meetingId',
  // The item that is looked at.
  validateSearch: (search): { sel?: string } => textIn(search, 'sel'),
  component: CabMeetingPage,
});

const cabPresent = createRoute({
  getParentRoute: () => root,
  path: '/cab/$meetingId/present',
  component: CabPresentPage,
});

const packs = createRoute({
  getParentRoute: () => root,
  path: '/cab/packs',
  // The opened pack, or `new`, and the release a new one begins with.
  validateSearch: (search) => ({ ...textIn(search, 'sel'), ...textIn(search, 'release') }),
  component: PacksPage,
});

const riskRegister = createRoute({
  getParentRoute: () => root,
  path: '/releases/risks',
  // Of which releases, and how the risks are narrowed.
  validateSearch: (search) => ({
    ...textIn(search, 'which'),
    ...textIn(search, 'band'),
    ...textIn(search, 'state'),
    ...textIn(search, 'category'),
    ...textIn(search, 'owner'),
    ...textIn(search, 'due'),
    ...textIn(search, 'release'),
  }),
  component: RiskRegisterPage,
});

const riskCalibration = createRoute({
  getParentRoute: () => root,
  path: '/releases/risks/calibration',
  component: RiskCalibrationPage,
});

const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  // A day of the first week, and the service it is narrowed to.
  validateSearch: (search) => ({ ...textIn(search, 'week'), ...textIn(search, 'service') }),
  component: StatusPage,
});

const improve = createRoute({
  getParentRoute: () => root,
  path: '/improve',
  // Pitfalls, exceptions or lessons, how these are narrowed, and the lesson that is open.
  validateSearch: (search) => ({
    ...textIn(search, 'show'),
    ...textIn(search, 'state'),
    ...textIn(search, 'rule'),
    ...textIn(search, 'which'),
    ...textIn(search, 'kind'),
    ...textIn(search, 'service'),
    ...textIn(search, 'tag'),
    ...textIn(search, 'todo'),
    ...textIn(search, 'sel'),
    ...textIn(search, 'release'),
  }),
  component: ImprovePage,
});

/** The rooms of governance that have an address of their own. */
export const governanceRoutes = [
  approvals,
  cab,
  cabMeeting,
  cabPresent,
  packs,
  checklists,
  checklistTemplates,
  riskRegister,
  riskCalibration,
  status,
  improve,
] as const;
