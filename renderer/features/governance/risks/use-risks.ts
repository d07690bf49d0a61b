import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import { useKeepAnswer, withRow } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type RiskPatch = Omit<Input<'risks.update'>, 'id' | 'rev'>;

export type RiskEdits = {
  /** Answers the new risk's id, or why it was refused. */
  add: (risk: Omit<Input<'risks.add'>, 'releaseId'>) => Promise<string | CallError>;
  change: (risk: Risk, patch: RiskPatch) => Promise<CallError | null>;
  remove: (risk: Risk) => Promise<CallError | null>;
};

/** The edits of a release's risks. */
export function useRisks(releaseId: string): RiskEdits {
  const add = useCommand('risks.add').run;
  const update = useCommand('risks.update').run;
  const remove = useCommand('risks.remove').run;
  const keep = useKeepAnswer();
  return {
    add: async (risk) => {
      const answer = await add({ releaseId, ...risk });
      if (!answer.ok) return answer.error;
      keep('risks.list', { releaseId }, (list) => ({
        ...list,
        risks: withRow(list.risks, answer.value),
      }));
      showToast({ text: 'Risk added', undo: undoOf(answer) });
      return answer.value.id;
    },
    change: async (risk, patch) => {
      const answer = await update({ id: risk.id, rev: risk.rev, ...patch });
      if (!answer.ok) return answer.error;
      keep('risks.list', { releaseId }, (list) => ({
        ...list,
        risks: withRow(list.risks, answer.value),
      }));
      showToast({ text: 'Saved', undo: undoOf(answer) });
      return null;
    },
    remove: async (risk) => {
      const answer = await remove({ id: risk.id });
      if (!answer.ok) return answer.error;
      keep('risks.list', { releaseId }, (list) => ({
        ...list,
        risks: list.risks.filter((one) => one.id !== risk.id),
      }));
      showToast({ text: 'Risk removed; history keeps it', undo: undoOf(answer) });
      return null;
    },
  };
}
