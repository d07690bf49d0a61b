import type { Hit, HitKind } from '#shared/model/workspace/search.ts';
import { releaseHref } from '../../features/planning/releases/index.ts';
import type { ReleaseTab } from '../../state/release-tabs.ts';

/** The tab of a release a part of it is on; what is on none of its own is told on the overview. */
const tabs: Partial<Record<HitKind, ReleaseTab>> = {
  'scope-item': 'scope',
  risk: 'risks',
  task: 'plan',
  dependency: 'plan',
  stakeholder: 'plan',
  run: 'pipelines',
  incident: 'after',
  gate: 'gates',
  'checklist-item': 'checklist',
};

/** Tabs that open the thing an address names. */
const selecting: readonly ReleaseTab[] = ['scope', 'plan', 'risks', 'gates', 'checklist', 'after'];

const settings: Partial<Record<HitKind, string>> = {
  person: '#/settings/people',
  team: '#/settings/people',
  service: '#/settings/services',
  environment: '#/settings/environments',
  template: '#/settings/workspace',
};

/** The address at which a hit is shown. */
export function hitHref({ kind, id, releaseId, about }: Hit): string {
  if (kind === 'lesson') return `#/improve?show=lessons&sel=${id}`;
  if (releaseId !== null) {
    // A comment is read where it was written.
    const thing = about === null || about.kind === 'connection' ? { kind, id } : about;
    const tab = tabs[thing.kind] ?? 'overview';
    return releaseHref(releaseId, tab, selecting.includes(tab) ? thing.id : undefined);
  }
  if (kind === 'connection') return `#/pipelines/${id}`;
  if (kind === 'run') return `#/pipelines/${about?.id ?? ''}?sel=${id}`;
  const section = settings[kind] ?? '#/settings/workspace';
  return kind === 'person' ? `${section}?sel=${id}` : section;
}
