import { useEffect } from 'react';
import { useCommandRegistry } from '../../state/screen-commands.ts';
import type { Edits } from './use-edits.ts';

/** What can lie over the screen. */
export type Overlay = 'palette' | 'keys' | 'person';

/** The keys that work on every screen, and those of the screen's own commands. */
export function useShellKeys(
  show: (overlay: Overlay) => void,
  { undo, redo }: Pick<Edits, 'undo' | 'redo'>,
): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        show('palette');
        return;
      }
      const way = undoOrRedo(event);
      if (way !== null && !undoesItself(event.target) && !isCovered()) {
        event.preventDefault();
        if (way === 'undo') undo();
        else redo();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      if (isCovered()) return;
      if (event.key === '?') {
        event.preventDefault();
        show('keys');
        return;
      }
      const { commands } = useCommandRegistry.getState();
      const command = commands.findLast(({ key }) => key === event.key);
      if (!command) return;
      event.preventDefault();
      command.run();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [show, undo, redo]);
}

/** Ctrl+Z or Cmd+Z; redo is with Shift, or Ctrl+Y as on Windows. */
function undoOrRedo({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) {
  if (altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}

/** Under a dialog the screen does not listen: its keys would act on what cannot be seen. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], .MuiDialog-root') !== null;
}

/** A field people type into undoes its own typing; a list or a tick has nothing to undo. */
function undoesItself(target: EventTarget | null): boolean {
  return takesText(target) && !(target instanceof HTMLSelectElement);
}

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  );
}
