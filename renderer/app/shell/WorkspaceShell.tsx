import { Outlet } from '@tanstack/react-router';
import { Suspense, useCallback, useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { lazyScreen } from '../../state/lazy-screen.ts';
import { useNow } from '../../state/clock.ts';
import { useConnection } from '../../state/connection.ts';
import { Frame } from '../frame/Frame.tsx';
import { EditRefusal } from './EditRefusal.tsx';
import { Notices } from './Notices.tsx';
import { currentItem, railItems } from './rail-items.ts';
import { RailFoot } from './RailFoot.tsx';
import { syncState } from './sync-state.ts';
import { useEdits } from './use-edits.ts';
import { useShellKeys, type Overlay } from './use-shell-keys.ts';
import { useRunningWork } from './use-running-work.ts';
import { useSyncOnFocus } from './use-sync-on-focus.ts';

const Palette = lazyScreen(async () => (await import('./Palette.tsx')).Palette);
const ScreenKeys = lazyScreen(async () => (await import('./ScreenKeys.tsx')).ScreenKeys);
const PersonDialog = lazyScreen(async () => (await import('./PersonDialog.tsx')).PersonDialog);

const Reminders = lazyScreen(
  async () => (await import('../../features/governance/approvals/Reminders.tsx')).Reminders,
);

export type OpenWorkspace = NonNullable<Output<'workspace.state'>['open']>;

/** The frame around every screen of an open workspace, and what works on all of them. */
export function WorkspaceShell({ open, path }: { open: OpenWorkspace; path: string }) {
  const [asked, setAsked] = useState<{ overlay: Overlay; path: string } | null>(null);
  const setOverlay = useCallback((overlay: Overlay) => setAsked({ overlay, path }), [path]);
  // Going elsewhere leaves behind what lay over the screen.
  const overlay = asked?.path === path ? asked.overlay : null;
  const roles = useProcedure('people.list', {}).data?.roles;
  const openReleases = useProcedure('releases.list', { which: 'open', limit: 1 }).data?.total;
  const connections = useProcedure('connections.list', {}).data;
  const running = useRunningWork();
  const lost = useConnection((state) => state.link === 'lost');
  const now = useNow();
  const edits = useEdits();
  useShellKeys(setOverlay, edits);
  useSyncOnFocus(connections?.some(({ onFocus }) => onFocus) ?? false);

  const { actingAs } = open;
  const role = roles?.find(({ key }) => actingAs?.roles.includes(key))?.name ?? '';
  const close = (): void => setAsked(null);
  const choosePerson = (): void => setOverlay('person');
  return (
    <>
      <Frame
        items={railItems({ openReleases, connections: connections?.length })}
        current={currentItem(path)}
        person={actingAs && { name: actingAs.name, role }}
        onPerson={choosePerson}
        sync={syncState(connections ?? [], running.length > 0, lost, now)}
        homeHref="#/today"
        progress={
          <RailFoot
            open={open}
            edits={edits}
            running={running}
            onFind={() => setOverlay('palette')}
          />
        }
      >
        <Notices open={open} onChoosePerson={choosePerson} />
        <EditRefusal edits={edits} />
        <Outlet />
      </Frame>
      <Suspense>
        <Reminders />
      </Suspense>
      <Suspense>
        {overlay === 'palette' && <Palette edits={edits} onClose={close} onOverlay={setOverlay} />}
        {overlay === 'keys' && <ScreenKeys onClose={close} />}
        {overlay === 'person' && <PersonDialog chosenId={actingAs?.id ?? null} onClose={close} />}
      </Suspense>
    </>
  );
}
