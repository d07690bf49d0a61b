import { useRouter } from '@tanstack/react-router';
import {
  CalendarDays,
  DatabaseBackup,
  FileSignature,
  FolderOpen,
  GitCompareArrows,
  Keyboard,
  Moon,
  Newspaper,
  Package,
  Plus,
  Presentation,
  Server,
  Settings,
  Sheet,
  ShieldCheck,
  Stamp,
  Sun,
  UserRound,
  Workflow,
} from 'lucide-react';
import { useMemo } from 'react';
import { useScheme } from '../theme/scheme.ts';
import type { PaletteCommand } from '../../components/palette/CommandPalette.tsx';
import type { Overlay } from './use-shell-keys.ts';
import { useWorkspaceActions } from './use-workspace-actions.ts';

/** What can be done from anywhere. */
export function useGeneralCommands(onOverlay: (overlay: Overlay) => void): PaletteCommand[] {
  const router = useRouter();
  const actions = useWorkspaceActions();
  const { inForce, choose } = useScheme();
  return useMemo(() => {
    const go = (to: string) => () => router.history.push(to);
    const goTo = { group: 'Go to' };
    const doIt = { group: 'Do' };
    const other = inForce === 'dark' ? 'light' : 'dark';
    return [
      { id: 'go today', ...goTo, label: 'Today', icon: Sun, run: go('/today') },
      { id: 'go releases', ...goTo, label: 'Releases', icon: Package, run: go('/releases') },
      {
        id: 'go approvals',
        ...goTo,
        label: 'Approvals waiting for me',
        icon: Stamp,
        also: 'decide sign queue go no-go not answered',
        run: go('/approvals'),
      },
      {
        id: 'go status',
        ...goTo,
        label: 'Status page, for stakeholders',
        icon: Newspaper,
        also: 'report week ships at risk decisions mail eml export',
        run: go('/status'),
      },
      { id: 'go calendar', ...goTo, label: 'Calendar', icon: CalendarDays, run: go('/calendar') },
      { id: 'go pipelines', ...goTo, label: 'Pipelines', icon: Workflow, run: go('/pipelines') },
      {
        id: 'go packs',
        ...goTo,
        label: 'CAB packs',
        icon: FileSignature,
        also: 'offline reviewer answer response import code',
        run: go('/cab/packs'),
      },
      {
        id: 'go settings',
        ...goTo,
        label: 'Settings of the workspace',
        icon: Settings,
        run: go('/settings/workspace'),
      },
      {
        id: 'go wall',
        ...goTo,
        label: 'Wall mode, for the screen of the team',
        icon: Presentation,
        also: 'full screen present',
        run: go('/wall'),
      },
      { id: 'go people', ...goTo, label: 'People', icon: Settings, run: go('/settings/people') },
      {
        id: 'go services',
        ...goTo,
        label: 'Services',
        icon: Settings,
        run: go('/settings/services'),
      },
      {
        id: 'go matrix',
        ...goTo,
        label: 'Environments',
        icon: Server,
        also: 'matrix versions drift what runs where staging production',
        run: go('/environments'),
      },
      {
        id: 'go parity',
        ...goTo,
        label: 'Parity of two environments',
        icon: GitCompareArrows,
        also: 'compare settings configuration env yaml helm configmap secrets',
        run: go('/environments/parity'),
      },
      {
        id: 'go environments',
        ...goTo,
        label: 'Settings of the environments',
        icon: Settings,
        run: go('/settings/environments'),
      },
      {
        id: 'go templates',
        ...goTo,
        label: 'Templates',
        icon: Settings,
        run: go('/settings/templates'),
      },
      {
        id: 'go decisions',
        ...goTo,
        label: 'Rules of decisions',
        icon: Settings,
        also: 'quorum no-go overrule abstain reminders notifications',
        run: go('/settings/decisions'),
      },
      {
        id: 'go device',
        ...goTo,
        label: 'Settings of this device',
        icon: Settings,
        also: 'theme density token passphrase',
        run: go('/settings/device'),
      },
      { id: 'new release', ...doIt, label: 'New release', icon: Plus, run: go('/releases/new') },
      {
        id: 'import sheet',
        ...doIt,
        label: 'Import a spreadsheet…',
        icon: Sheet,
        also: 'excel xlsx csv table releases windows freezes people',
        run: go('/import'),
      },
      {
        id: 'new connection',
        ...doIt,
        label: 'Connect a system',
        icon: Plus,
        run: go('/pipelines/new'),
      },
      {
        id: 'who',
        ...doIt,
        label: 'Choose who is working',
        icon: UserRound,
        run: () => onOverlay('person'),
      },
      {
        id: 'back up',
        ...doIt,
        label: 'Back up the workspace now',
        icon: DatabaseBackup,
        run: () => void actions.backUp(),
      },
      {
        id: 'verify',
        ...doIt,
        label: 'Verify the file',
        icon: ShieldCheck,
        run: () => void actions.verify(),
      },
      {
        id: 'open',
        ...doIt,
        label: 'Open another workspace',
        icon: FolderOpen,
        run: go('/welcome'),
      },
      {
        id: 'scheme',
        ...doIt,
        label: `Switch to ${other} colours`,
        icon: Moon,
        also: 'theme',
        run: () => choose(other),
      },
      {
        id: 'keys',
        ...doIt,
        label: 'Show the keys of this screen',
        icon: Keyboard,
        keys: '?',
        run: () => onOverlay('keys'),
      },
    ];
  }, [router, actions, inForce, choose, onOverlay]);
}
