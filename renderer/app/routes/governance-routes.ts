import { createRoute } from '@tanstack/react-router';
import { ApprovalsPage } from './pages.tsx';
import { root } from './root.ts';
import { textIn } from './search.ts';

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  // Which list, and the gate that is open beside it.
  validateSearch: (search) => ({ ...textIn(search, 'show'), ...textIn(search, 'sel') }),
  component: ApprovalsPage,
});

/** The rooms of governance that have an address of their own. */
export const governanceRoutes = [approvals] as const;
