import { useMemo } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { CommitmentView } from '#shared/model/planning/bookings.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type CommitmentPatch = Omit<Input<'capacity.update'>, 'id' | 'rev'>;

/** What people do with commitments; each answers null, or why it was refused. */
export type CommitmentEdits = {
  add: (input: Input<'capacity.commit'>) => Promise<CallError | null>;
  change: (commitment: CommitmentView, patch: CommitmentPatch) => Promise<CallError | null>;
  takeBack: (commitment: CommitmentView) => void;
};

export function useCommitments(): CommitmentEdits {
  const commit = useCommand('capacity.commit').run;
  const update = useCommand('capacity.update').run;
  const remove = useCommand('capacity.uncommit').run;
  return useMemo(
    () => ({
      add: async (input) => {
        const answer = await commit(input);
        if (!answer.ok) return answer.error;
        const { length } = answer.value;
        const text = `${input.days} d promised${length === 1 ? '' : ` in each of ${length} weeks`}`;
        showToast({ text, undo: undoOf(answer) });
        return null;
      },
      change: async ({ id, rev }, patch) => {
        const answer = await update({ id, rev, ...patch });
        if (!answer.ok) return answer.error;
        showToast({ text: 'Saved', undo: undoOf(answer) });
        return null;
      },
      takeBack: ({ id, days, release }) => {
        void remove({ id }).then((answer) => {
          if (answer.ok) {
            showToast({ text: `${days} d for ${release} taken back`, undo: undoOf(answer) });
          } else showToast({ text: answer.error.message, tone: 'failed' });
        });
      },
    }),
    [commit, update, remove],
  );
}
