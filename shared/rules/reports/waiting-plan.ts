import type { DependencyView, TaskView } from '#shared/model/planning/plan.ts';
import type { WaitingItem } from '#shared/model/reports/today.ts';
import { dateIn, daysBetween, formatDate } from '../planning/zoned-time.ts';

export type PlannedRelease = {
  id: string;
  name: string;
  ownerId: string;
  startAt: string | null;
  tasks: readonly TaskView[];
  needs: readonly DependencyView[];
};

type Context = { personId: string; now: string; zone: string };

/** Days before the start from which on a dependency that is not met waits for somebody. */
const nearDays = 7;

/** What of a release's plan waits for one person: their tasks that are late, and what is not met. */
export function waitingInPlan(release: PlannedRelease, context: Context): WaitingItem[] {
  return [...lateTasks(release, context), ...unmet(release, context)];
}

function lateTasks(
  { id: releaseId, name: release, tasks }: PlannedRelease,
  { personId, now, zone }: Context,
): WaitingItem[] {
  const today = dateIn(now, zone);
  return tasks
    .filter(({ late, ownerId }) => late && ownerId === personId)
    .map(({ id, kind, title, endsOn }) => ({
      ...{ key: `task ${id}`, kind: 'task', gateId: null, selected: id },
      ...{ releaseId, release, what: title },
      why: `${kind === 'milestone' ? 'Milestone' : 'Task'} of ${release}; it should have been done by ${formatDate(endsOn, today)}`,
      due: `${daysBetween(endsOn, today)} d late`,
      late: true,
    }));
}

/** Theirs to care for: their own dependencies, and those of nobody where the release is theirs. */
function unmet(release: PlannedRelease, { personId, now, zone }: Context): WaitingItem[] {
  const { id: releaseId, name, ownerId: releaseOwnerId, startAt, needs } = release;
  const today = dateIn(now, zone);
  const daysLeft = startAt === null ? null : daysBetween(today, dateIn(startAt, zone));
  const isNear = daysLeft !== null && daysLeft <= nearDays;
  return needs
    .filter(({ ownerId }) => (ownerId ?? releaseOwnerId) === personId)
    .filter(({ state, late }) => state !== 'met' && (late || state === 'at-risk' || isNear))
    .map(({ id, title, state, neededOn, late, why, target }) => ({
      ...{ key: `dependency ${id}`, kind: 'dependency', gateId: null, selected: id },
      ...{ releaseId, release: name },
      what: `${name} needs ${target?.name ?? title}`,
      why: why === '' ? `Dependency, ${stateWords[state]}` : why.replace(/\.$/, ''),
      due: neededOn === null ? null : `needed ${formatDate(neededOn, today)}`,
      late,
    }));
}

const stateWords: Record<DependencyView['state'], string> = {
  open: 'not agreed yet',
  agreed: 'agreed, not met yet',
  'at-risk': 'at risk',
  met: 'met',
};
