import { useEffect } from 'react';
import { useCommandRegistry } from '../../state/screen-commands.ts';

/** What can lie over the screen. */
export type Overlay = 'palette' | 'keys' | 'person';

/** The keys that work on every screen, and those of the screen's own commands. */
export function useShellKeys(show: (overlay: Overlay) => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        show('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      // Under a dialog the screen does not listen: its keys would act on what cannot be seen.
      if (document.querySelector('[role="dialog"][aria-modal="true"], .MuiDialog-root')) return;
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
  }, [show]);
}

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  );
}
