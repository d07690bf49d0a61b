import { releaseTabs } from '../../../state/release-tabs.ts';
import type { ReleaseTab } from '../../../state/release-tabs.ts';
import type { Release } from './release-page.ts';

export const tabWords: Record<ReleaseTab, string> = {
  overview: 'Overview',
  scope: 'Scope',
  plan: 'Plan',
  risks: 'Risks',
  rollback: 'Rollback',
  checklist: 'Checklist',
  gates: 'Gates',
  pipelines: 'Pipelines',
  after: 'After release',
  history: 'History',
};

/** Address of a tab of a release; `selected` opens something on it. */
export function releaseHref(releaseId: string, tab: ReleaseTab, selected?: string): string {
  const query = selected === undefined ? '' : `?sel=${selected}`;
  return `#/releases/${releaseId}/${tab}${query}`;
}

/** The tabs with what they count. */
export function tabLinks(release: Release) {
  const { counts, readiness } = release;
  const countOf: Partial<Record<ReleaseTab, string | number>> = {
    scope: counts.scope,
    risks: counts.risks,
    checklist: `${counts.checklist - counts.checklistOpen} of ${counts.checklist}`,
    gates: readiness === null ? undefined : `${readiness.passed} of ${readiness.total}`,
  };
  return releaseTabs.map((key) => ({
    key,
    label: tabWords[key],
    count: countOf[key],
    href: releaseHref(release.id, key),
  }));
}
