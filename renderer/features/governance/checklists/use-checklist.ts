import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { useKeepAnswer, withRow } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type ItemPatch = Omit<Input<'checklists.setItem'>, 'id' | 'rev'>;

export type ChecklistEdits = {
  set: (item: ChecklistEntry, patch: ItemPatch) => Promise<CallError | null>;
  add: (phase: Phase, text: string) => Promise<CallError | null>;
  /** Puts an item behind another one of its phase, or in front of all. */
  move: (item: ChecklistEntry, afterId: string | null) => Promise<CallError | null>;
  remove: (item: ChecklistEntry) => Promise<CallError | null>;
};

/** The edits of a release's checklist; each answers null, or why it was refused. */
export function useChecklist(releaseId: string): ChecklistEdits {
  const setItem = useCommand('checklists.setItem').run;
  const addItem = useCommand('checklists.addItem').run;
  const moveItem = useCommand('checklists.moveItem').run;
  const removeItem = useCommand('checklists.removeItem').run;
  const keep = useKeepAnswer();
  return {
    set: async (item, patch) => {
      const answer = await setItem({ id: item.id, rev: item.rev, ...patch });
      if (!answer.ok) return answer.error;
      keep('checklists.list', { releaseId }, (items) => withRow(items, answer.value));
      showToast({ text: saidDone(answer.value), undo: undoOf(answer) });
      return null;
    },
    add: async (phase, text) => {
      const answer = await addItem({ releaseId, phase, text });
      if (!answer.ok) return answer.error;
      keep('checklists.list', { releaseId }, (items) => withRow(items, answer.value));
      showToast({ text: 'Added to the checklist', undo: undoOf(answer) });
      return null;
    },
    move: async ({ id }, afterId) => {
      const answer = await moveItem({ id, afterId });
      if (!answer.ok) return answer.error;
      keep('checklists.list', { releaseId }, () => answer.value);
      showToast({ text: 'Moved', undo: undoOf(answer) });
      return null;
    },
    remove: async ({ id }) => {
      const answer = await removeItem({ id });
      if (!answer.ok) return answer.error;
      showToast({ text: 'Taken off the checklist', undo: undoOf(answer) });
      return null;
    },
  };
}

function saidDone(item: ChecklistEntry): string {
  switch (item.state) {
    case 'done':
      return 'Marked done';
    case 'not-applicable':
      return 'Marked not applicable';
    case 'open':
      return 'Saved';
  }
}
