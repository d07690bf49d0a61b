import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { ReleaseTab } from '../../../state/release-tabs.ts';
import type { ReleasePage } from './release-page.ts';

type TabContent = ComponentType<{ page: ReleasePage }>;

function tab(load: () => Promise<TabContent>) {
  return lazy(async () => ({ default: await load() }));
}

/** What stands under each tab, fetched when it is opened; each feature gives its own. */
export const tabContents: Record<ReleaseTab, TabContent> = {
  overview: tab(async () => (await import('./overview/OverviewTab.tsx')).OverviewTab),
  scope: tab(async () => (await import('../scope/index.ts')).ScopeTab),
  plan: tab(async () => (await import('../tasks/index.ts')).PlanTab),
  risks: tab(async () => (await import('../../learning/lessons/index.ts')).RisksWithLessons),
  rollback: tab(async () => (await import('../rollback/index.ts')).RollbackTab),
  checklist: tab(async () => (await import('../../governance/checklists/index.ts')).ChecklistTab),
  gates: tab(async () => (await import('../../governance/gates/index.ts')).GatesTab),
  pipelines: tab(async () => (await import('./runs/RunsTab.tsx')).RunsTab),
  after: tab(async () => (await import('../../delivery/monitoring/index.ts')).AfterWithMonitoring),
  history: tab(async () => (await import('./history/HistoryTab.tsx')).HistoryTab),
};
