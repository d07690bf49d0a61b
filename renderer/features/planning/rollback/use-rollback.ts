import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { RollbackPlan } from '#shared/model/planning/releases.ts';
import { useKeepAnswer } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type RollbackPatch = Omit<Input<'rollback.save'>, 'releaseId' | 'rev'>;

/** Changes fields of the plan; answers null, or why it was refused. */
export function useRollback(
  plan: RollbackPlan,
): (patch: RollbackPatch) => Promise<CallError | null> {
  const save = useCommand('rollback.save').run;
  const keep = useKeepAnswer();
  const { releaseId, rev } = plan;
  return async (patch) => {
    const answer = await save({ releaseId, rev, ...patch });
    if (!answer.ok) return answer.error;
    keep('rollback.get', { releaseId }, () => answer.value);
    showToast({ text: 'Saved', undo: undoOf(answer) });
    return null;
  };
}
