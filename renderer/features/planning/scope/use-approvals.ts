import { useState } from 'react';
import type { ApprovalChanges } from '#shared/contract/planning/scope.ts';
import type { ScopeChange } from '#shared/model/planning/scope.ts';
import { useProcedure } from '../../../api/useProcedure.ts';

export type Approvals = {
  /** Those that stand and bind the scope, the newest first. */
  all: readonly ApprovalChanges[];
  /** The one the scope is held against; null while there is none. */
  held: ApprovalChanges | null;
  hold: (decisionId: string) => void;
  changeOf: (itemId: string) => ScopeChange | undefined;
};

/** What changed since an approval: the newest, unless people choose an earlier one. */
export function useApprovals(releaseId: string): Approvals {
  const all = useProcedure('scope.changes', { releaseId }).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const held = all.find(({ decisionId }) => decisionId === chosen) ?? all[0] ?? null;
  const byItem = new Map(held?.changes.map((change) => [change.itemId, change]));
  return { all, held, hold: setChosen, changeOf: (itemId) => byItem.get(itemId) };
}
