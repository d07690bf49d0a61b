import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';

export type ChecklistGroup = { phase: Phase; items: ChecklistEntry[]; settled: number };

/** Items by phase in the order a release passes them; `settled` counts done and not applicable. */
export function checklistGroups(items: readonly ChecklistEntry[]): ChecklistGroup[] {
  return phases
    .map((phase) => {
      const own = items.filter((item) => item.phase === phase);
      return { phase, items: own, settled: own.filter(({ state }) => state !== 'open').length };
    })
    .filter((group) => group.items.length > 0);
}

export const phaseWords: Record<Phase, string> = {
  planning: 'Planning',
  build: 'Build',
  readiness: 'Readiness',
  deployment: 'Deployment',
  'post-release': 'Post-release',
  closed: 'Closed',
};
