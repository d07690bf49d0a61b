import { useEffect } from 'react';
import type { ScreenCommand } from '../state/screen-commands.ts';

/** For a screen that stands outside of the frame, whose keys it does not have. */
export function useOwnKeys(commands: readonly ScreenCommand[]): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const command = commands.find(({ key }) => key === event.key);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [commands]);
}
