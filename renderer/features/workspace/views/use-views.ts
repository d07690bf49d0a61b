import type { SavedView } from '#shared/model/workspace/views.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

/** Saved views of a screen; `null` when it is done, or why it was refused. */
export function useViews(screen: string) {
  const save = useCommand('views.save').run;
  const remove = useCommand('views.remove').run;
  const keep = async (
    input: {
      id?: string;
      rev?: number;
      name: string;
      shared: boolean;
      settings: SavedView['settings'];
    },
    text: string,
  ) => {
    const answer = await save({ ...input, screen });
    if (!answer.ok) return { refused: answer.error.message, saved: null };
    showToast({ text, undo: undoOf(answer) });
    return { refused: null, saved: answer.value };
  };
  return {
    add: (name: string, shared: boolean, settings: SavedView['settings']) =>
      keep({ name, shared, settings }, `View “${name}” saved`),
    change: ({ id, rev, name, shared }: SavedView, settings: SavedView['settings']) =>
      keep({ id, rev, name, shared, settings }, `View “${name}” updated`),
    rename: ({ id, rev, settings }: SavedView, name: string, shared: boolean) =>
      keep({ id, rev, name, shared, settings }, `View “${name}” saved`),
    remove: async ({ id, name }: SavedView): Promise<boolean> => {
      const answer = await remove({ id });
      if (answer.ok) showToast({ text: `View “${name}” deleted`, undo: undoOf(answer) });
      else showToast({ text: answer.error.message, tone: 'failed' });
      return answer.ok;
    },
  };
}
