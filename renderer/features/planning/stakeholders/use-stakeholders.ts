import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { Stakeholder } from '#shared/model/planning/plan.ts';
import { useKeepAnswer, withRow } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type StakeholderPatch = Omit<Input<'stakeholders.save'>, 'id' | 'rev' | 'releaseId'>;

/** Each answers null, or why it was refused. */
export type StakeholderEdits = {
  add: (stakeholder: StakeholderPatch) => Promise<CallError | null>;
  change: (stakeholder: Stakeholder, patch: StakeholderPatch) => Promise<CallError | null>;
  remove: (stakeholder: Stakeholder) => Promise<CallError | null>;
};

/** The edits of who has an interest in a release. */
export function useStakeholders(releaseId: string): StakeholderEdits {
  const save = useCommand('stakeholders.save').run;
  const remove = useCommand('stakeholders.remove').run;
  const keepAnswer = useKeepAnswer();
  const keep = (change: (all: Stakeholder[]) => Stakeholder[]) =>
    keepAnswer('stakeholders.list', { releaseId }, change);
  return {
    add: async (stakeholder) => {
      const answer = await save({ releaseId, ...stakeholder });
      if (!answer.ok) return answer.error;
      keep((all) => withRow(all, answer.value));
      showToast({ text: `${answer.value.name} added`, undo: undoOf(answer) });
      return null;
    },
    change: async (stakeholder, patch) => {
      const answer = await save({ id: stakeholder.id, rev: stakeholder.rev, ...patch });
      if (!answer.ok) return answer.error;
      keep((all) => withRow(all, answer.value));
      showToast({ text: 'Saved', undo: undoOf(answer) });
      return null;
    },
    remove: async (stakeholder) => {
      const answer = await remove({ id: stakeholder.id });
      if (!answer.ok) return answer.error;
      keep((all) => all.filter(({ id }) => id !== stakeholder.id));
      showToast({ text: `${stakeholder.name} removed`, undo: undoOf(answer) });
      return null;
    },
  };
}
