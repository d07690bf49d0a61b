import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import type { DecisionOutcome, GateStatus } from '#shared/model/governance/gates.ts';
import { worstStatus } from './gate-outcome.ts';

/** What a place contributes: its status, and the outcome it has from a decision that stands. */
export type PlaceStanding = { status: GateStatus; outcome: DecisionOutcome | null };

/** How many places must be filled: what the gate asks for, never more than there are. */
export function neededOf(needed: number | null, places: number): number {
  return needed === null ? places : Math.min(needed, places);
}

/** How many places count. */
export function givenOf(places: readonly PlaceStanding[]): number {
  return places.filter(({ status }) => status === 'passed').length;
}

/**
 * Where a gate stands that needs some of its places. A no-go that blocks and an overdue condition
 * fail it whatever the others say; a no-go that does not block fails it once too few places are left.
 */
export function quorumStatus(
  places: readonly PlaceStanding[],
  needed: number,
  { noGoBlocks }: Pick<ApprovalRules, 'noGoBlocks'>,
): GateStatus {
  const failed = places.filter(({ status }) => status === 'failed');
  if (failed.some(({ outcome }) => noGoBlocks || outcome !== 'no-go')) return 'failed';
  if (givenOf(places) >= needed) return 'passed';
  if (places.length - failed.length < needed) return 'failed';
  const open = places.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return worstStatus(open.map(({ status }) => status));
}
