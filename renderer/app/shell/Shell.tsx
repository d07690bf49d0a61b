import { Outlet, useRouterState } from '@tanstack/react-router';
import { errorParts } from '../../api/error-parts.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { ToWelcome } from './ToWelcome.tsx';
import { useFreshFacts } from './use-fresh-facts.ts';
import { useLeaveWelcome } from './use-leave-welcome.ts';
import { WorkspaceShell } from './WorkspaceShell.tsx';
import styles from './Shell.module.css';

/** Screens that stand alone: before a workspace is open, while another one is chosen, on a wall. */
const withoutFrame = ['/welcome', '/who', '/wall'];

/** What the room of a CAB meeting sees lies in a window of its own. */
const roomScreen = /^\/cab\/[^/]+\/present$/;

/** The root of every address: first run while nothing is open, the frame around the screen after. */
export function Shell() {
  const state = useProcedure('workspace.state', {});
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const open = state.data?.open ?? null;
  const ready = useFreshFacts(open?.workspace.id ?? null);
  useLeaveWelcome(state.data && (open?.workspace.id ?? null), path);

  if (state.isError && !state.data) {
    return (
      <main className={styles['alone']}>
        <ErrorPanel
          {...errorParts('Slipway could not tell what is open', state.error)}
          onRetry={() => void state.refetch()}
        />
      </main>
    );
  }
  // Nothing to show for the few milliseconds the first answer takes; a skeleton would only flash.
  if (!state.data || !ready) return null;
  const isAlone = withoutFrame.includes(path) || roomScreen.test(path);
  if (isAlone && (open !== null || path === '/welcome')) {
    return <Outlet />;
  }
  if (open === null) return <ToWelcome />;
  return <WorkspaceShell open={open} path={path} />;
}
