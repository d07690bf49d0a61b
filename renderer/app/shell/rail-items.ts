import {
  CalendarDays,
  Gavel,
  ListChecks,
  Package,
  Server,
  Settings,
  Sun,
  TrendingUp,
  Workflow,
} from 'lucide-react';
import type { RailItem } from '../frame/Rail.tsx';

export type RailCounts = { openReleases: number | undefined; connections: number | undefined };

/** The screens there are, in the order of the work. */
export function railItems({ openReleases, connections }: RailCounts): RailItem[] {
  return [
    { key: 'today', label: 'Today', icon: Sun, href: '#/today' },
    { key: 'calendar', label: 'Calendar', icon: CalendarDays, href: '#/calendar' },
    {
      key: 'releases',
      label: 'Releases',
      icon: Package,
      href: '#/releases',
      count: openReleases,
    },
    { key: 'environments', label: 'Environments', icon: Server, href: '#/environments' },
    { key: 'cab', label: 'CAB', icon: Gavel, href: '#/cab' },
    { key: 'checklists', label: 'Checklists', icon: ListChecks, href: '#/checklists' },
    { key: 'improve', label: 'Improve', icon: TrendingUp, href: '#/improve' },
    {
      key: 'pipelines',
      label: 'Pipelines',
      icon: Workflow,
      href: '#/pipelines',
      count: connections,
    },
    {
      key: 'settings',
      label: 'Settings',
      icon: Settings,
      href: '#/settings/workspace',
      apart: true,
    },
  ];
}

/** The item a path belongs to: `/releases/new` is of the releases. */
export function currentItem(path: string): string {
  const room = path.split('/')[1] ?? '';
  // Approvals and the status page are reached from Today, and have no item of their own.
  return room === 'approvals' || room === 'status' ? 'today' : room;
}
