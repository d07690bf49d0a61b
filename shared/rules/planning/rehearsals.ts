import type { RollbackPlan } from '#shared/model/planning/releases.ts';
import type { Alternative, Rehearsal } from '#shared/model/planning/rollback.ts';
import { formatDate } from './zoned-time.ts';

type OnPlan = Pick<RollbackPlan, 'rehearsedOn' | 'rehearsalResult'>;
type Held = Pick<Rehearsal, 'id' | 'kind' | 'rehearsedOn' | 'result' | 'durationMinutes' | 'note'>;

/** What the plan itself can say of its rehearsal. */
const longestOnPlan = 500;

const resultWords: Record<Rehearsal['result'], string> = {
  passed: 'passed',
  partly: 'passed in part',
  failed: 'failed',
};

export const alternativeWords: Record<Alternative['kind'], string> = {
  'roll-forward': 'Roll forward',
  'switch-off': 'Switch off',
  'restore-backup': 'Restore from backup',
  other: 'Something else',
};

/** Newest first; of those of one day the one that was recorded last. */
export function newestFirst<R extends Pick<Rehearsal, 'id' | 'rehearsedOn'>>(
  rehearsals: readonly R[],
): R[] {
  return rehearsals.toSorted((a, b) =>
    a.rehearsedOn === b.rehearsedOn ? before(b.id, a.id) : before(b.rehearsedOn, a.rehearsedOn),
  );
}

export function newestOf<R extends Pick<Rehearsal, 'id' | 'kind' | 'rehearsedOn'>>(
  rehearsals: readonly R[],
  kind: Rehearsal['kind'],
): R | null {
  return newestFirst(rehearsals.filter((each) => each.kind === kind))[0] ?? null;
}

/** `passed in 38 min: step 3 by hand`, on one line. */
export function rehearsalInWords({ result, durationMinutes, note }: Held): string {
  const took = durationMinutes === null ? '' : ` in ${durationMinutes} min`;
  const said = note.replace(/\s+/g, ' ').trim();
  const words = `${resultWords[result]}${took}${said === '' ? '' : `: ${said}`}`;
  return words.length > longestOnPlan
    ? `${words.slice(0, longestOnPlan - 1).toWellFormed()}…`
    : words;
}

/**
 * What the plan says of its rehearsal after one more was recorded: the newest, unless somebody had
 * entered a later day by hand.
 */
export function planAfterRehearsal(plan: OnPlan, rehearsals: readonly Held[]): Partial<OnPlan> {
  const newest = newestOf(rehearsals, 'rollback');
  if (newest === null) return {};
  if (plan.rehearsedOn !== null && plan.rehearsedOn > newest.rehearsedOn) return {};
  return { rehearsedOn: newest.rehearsedOn, rehearsalResult: rehearsalInWords(newest) };
}

/** The same after one was removed: what the plan says of another one, or by hand, stays. */
export function planWithoutRehearsal(
  plan: OnPlan,
  removed: Held,
  left: readonly Held[],
): Partial<OnPlan> {
  const isOfRemoved =
    removed.kind === 'rollback' &&
    plan.rehearsedOn === removed.rehearsedOn &&
    plan.rehearsalResult === rehearsalInWords(removed);
  if (!isOfRemoved) return {};
  const newest = newestOf(left, 'rollback');
  if (newest === null) return { rehearsedOn: null, rehearsalResult: '' };
  return { rehearsedOn: newest.rehearsedOn, rehearsalResult: rehearsalInWords(newest) };
}

/** How the rehearsal went that the plan tells of; null where it was entered by hand. */
export function resultOnPlan(
  plan: Pick<OnPlan, 'rehearsedOn'>,
  rehearsals: readonly Pick<Rehearsal, 'id' | 'kind' | 'rehearsedOn' | 'result'>[],
): Rehearsal['result'] | null {
  const newest = newestOf(rehearsals, 'rollback');
  return newest !== null && newest.rehearsedOn === plan.rehearsedOn ? newest.result : null;
}

/** Whether there is a way back, and whether it was ever gone and worked. */
export function standingOfPlan(
  plan: Pick<RollbackPlan, 'steps' | 'rehearsedOn'> | null | undefined,
  rehearsals: Parameters<typeof resultOnPlan>[1],
): 'none' | 'planned' | 'rehearsed' {
  if (plan === null || plan === undefined || plan.steps.trim() === '') return 'none';
  const isRehearsed = plan.rehearsedOn !== null && resultOnPlan(plan, rehearsals) !== 'failed';
  return isRehearsed ? 'rehearsed' : 'planned';
}

/** What somebody who relies on the plan must know of its newest rehearsal; null when all is well. */
export function rehearsalRemark(
  rehearsal: Held,
  plannedMinutes: number | null,
  today: string,
): string | null {
  const what = rehearsal.kind === 'rollback' ? 'rehearsal' : 'disaster recovery test';
  const day = formatDate(rehearsal.rehearsedOn, today);
  if (rehearsal.result === 'failed') {
    return `The ${what} of ${day} failed. Mend what was in the way and hold it again.`;
  }
  if (rehearsal.result === 'partly') {
    return `The ${what} of ${day} passed in part only. Mend the rest and hold it again.`;
  }
  const { kind, durationMinutes } = rehearsal;
  if (kind !== 'rollback' || durationMinutes === null || plannedMinutes === null) return null;
  const over = durationMinutes - plannedMinutes;
  if (over <= 0) return null;
  return `The rehearsal of ${day} took ${durationMinutes} min, ${over} min longer than the ${plannedMinutes} min planned. Plan with the longer time, or make the way back faster.`;
}

function before(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
