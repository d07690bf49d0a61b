import type { RoleAssignment } from '#shared/model/planning/releases.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { holdsRole } from '../workspace/roles.ts';

export type WithdrawInput = {
  decision: { decidedById: string; recordedById: string; withdrawn: boolean };
  release: { phase: Phase; roles: readonly RoleAssignment[] };
  by: { id: string; name: string; roles: readonly string[] };
};

/** Who may withdraw a decision. It stays in the record, marked. Throws a Refusal otherwise. */
export function mayWithdraw({ decision, release, by }: WithdrawInput): void {
  if (decision.withdrawn) {
    throw new Refusal(
      'conflict',
      'The decision is already withdrawn. Record a new decision if one is due.',
    );
  }
  if (release.phase === 'closed') {
    throw new Refusal(
      'precondition_failed',
      'The release is closed, and its decisions stand as they were. Record what was learned after it instead.',
    );
  }
  const involved = by.id === decision.decidedById || by.id === decision.recordedById;
  if (involved || holdsRole(by, 'release-manager', release.roles)) return;
  throw new Refusal(
    'forbidden',
    `${by.name} neither gave nor recorded the decision. The one who gave it, the one who recorded it or a release manager can withdraw it.`,
  );
}
