import type { MovedRelease, MoveFinding, MovePlan } from '#shared/model/planning/moves.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

export const causeWords: Record<MovedRelease['cause'], string> = {
  chosen: 'chosen',
  child: 'part of it',
  successor: 'waits for it',
};

export const findingLooks: Record<MoveFinding['severity'], { kind: StatusKind; word: string }> = {
  blocked: { kind: 'failed', word: 'Blocked' },
  'needs-exception': { kind: 'exception', word: 'Needs an exception' },
  warning: { kind: 'waiting', word: 'Warning' },
};

/** `3 releases move, 1 approval would be out of date.` */
export function sumInWords({ moved, stays }: Pick<MovePlan, 'moved' | 'stays'>): string {
  const decisions = moved.reduce((sum, each) => sum + each.decisions.length, 0);
  const others = moved.length - 1;
  const moves =
    others === 0
      ? 'Nothing else moves with it'
      : `${others} more ${others === 1 ? 'release moves' : 'releases move'} with it`;
  const stay =
    stays.length === 0
      ? ''
      : `, ${stays.length} tied to it ${stays.length === 1 ? 'stays' : 'stay'}`;
  const stale =
    decisions === 0
      ? ''
      : ` ${decisions} ${decisions === 1 ? 'approval' : 'approvals'} would be out of date.`;
  const clashing = moved
    .flatMap(({ bookings }) => bookings)
    .filter((each) => each.clashes.length > 0);
  const clash =
    clashing.length === 0
      ? ''
      : ` ${clashing.length} ${clashing.length === 1 ? 'booking' : 'bookings'} would clash.`;
  return `${moves}${stay}.${stale}${clash}`;
}

/** `Move`, `Move 3 releases` */
export function actionInWords(plan: MovePlan | undefined): string {
  const count = plan?.moved.length ?? 0;
  return count > 1 ? `Move ${count} releases` : 'Move';
}

export function movedInWords(name: string, { moved }: MovePlan): string {
  const others = moved.length - 1;
  if (others < 1) return `${name} moved`;
  return `${name} moved, and ${others} more ${others === 1 ? 'release' : 'releases'} with it`;
}
