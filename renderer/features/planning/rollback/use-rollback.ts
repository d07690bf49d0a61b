import type { Input, Output } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { RollbackRecord } from '#shared/model/planning/rollback.ts';
import { useKeepAnswer } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { Answer } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type RollbackPatch = Omit<Input<'rollback.save'>, 'releaseId' | 'rev'>;
export type NewRehearsal = Omit<Input<'rollback.rehearse'>, 'releaseId'>;

/** Each answers null, or why it was refused. */
export type RollbackEdits = {
  save: (patch: RollbackPatch, said?: string) => Promise<CallError | null>;
  rehearse: (rehearsal: NewRehearsal) => Promise<CallError | null>;
  removeRehearsal: (id: string) => Promise<CallError | null>;
};

/** Changes the plan of a release and the rehearsals of it. */
export function useRollback(plan: RollbackRecord): RollbackEdits {
  const save = useCommand('rollback.save').run;
  const rehearse = useCommand('rollback.rehearse').run;
  const remove = useCommand('rollback.removeRehearsal').run;
  const keep = useKeepAnswer();
  const { releaseId, rev } = plan;

  function settle(
    answer: Answer<'rollback.save' | 'rollback.rehearse' | 'rollback.removeRehearsal'>,
    text: string,
  ): CallError | null {
    if (!answer.ok) return answer.error;
    const value: Output<'rollback.get'> = answer.value;
    keep('rollback.get', { releaseId }, () => value);
    showToast({ text, undo: undoOf(answer) });
    return null;
  }

  return {
    save: async (patch, said = 'Saved') => settle(await save({ releaseId, rev, ...patch }), said),
    rehearse: async (rehearsal) =>
      settle(await rehearse({ releaseId, ...rehearsal }), wordsOfKind(rehearsal.kind)),
    removeRehearsal: async (id) => settle(await remove({ id }), 'Rehearsal removed'),
  };
}

function wordsOfKind(kind: NewRehearsal['kind']): string {
  return kind === 'rollback' ? 'Rehearsal recorded' : 'Disaster recovery test recorded';
}
