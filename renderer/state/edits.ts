import { create } from 'zustand';

type EditActions = {
  /** Undoes the command with this id; null while no workspace is open. */
  undo: ((command: string) => void) | null;
};

/** How screens undo what they did; the shell, which says how it went, puts it here. */
export const useEditActions = create<EditActions>(() => ({ undo: null }));

/** For the toast after a command: takes it back, where it was an edit that can be undone. */
export function undoOf({ edit }: { edit: string | null }): (() => void) | undefined {
  const { undo } = useEditActions.getState();
  return undo === null || edit === null ? undefined : () => undo(edit);
}
