import type { CallError } from '#shared/contract/procedure.ts';
import type { Comment, Place } from '#shared/model/workspace/attached.ts';
import { useKeepAnswer, withRow } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type CommentEdits = {
  add: (text: string) => Promise<CallError | null>;
  change: (comment: Comment, text: string) => Promise<CallError | null>;
  remove: (comment: Comment) => Promise<CallError | null>;
};

/** What is said about one thing of a release. */
export function useComments({ releaseId, subject, subjectId }: Place): CommentEdits {
  const add = useCommand('comments.add').run;
  const update = useCommand('comments.update').run;
  const remove = useCommand('comments.remove').run;
  const keep = useKeepAnswer();
  return {
    add: async (text) => {
      const answer = await add({ releaseId, subject, subjectId, text });
      if (!answer.ok) return answer.error;
      keep('comments.list', { releaseId }, (list) => withRow(list, answer.value));
      showToast({ text: 'Comment added', undo: undoOf(answer) });
      return null;
    },
    change: async ({ id, rev }, text) => {
      const answer = await update({ id, rev, text });
      if (!answer.ok) return answer.error;
      keep('comments.list', { releaseId }, (list) => withRow(list, answer.value));
      showToast({ text: 'Comment changed', undo: undoOf(answer) });
      return null;
    },
    remove: async ({ id }) => {
      const answer = await remove({ id });
      if (!answer.ok) return answer.error;
      keep('comments.list', { releaseId }, (list) => list.filter((one) => one.id !== id));
      showToast({ text: 'Comment removed; history keeps it', undo: undoOf(answer) });
      return null;
    },
  };
}
