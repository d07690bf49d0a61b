import { useEffect } from 'react';
import { create } from 'zustand';

/** Something the screen can do now: the palette lists it, `?` shows its key, the key runs it. */
export type ScreenCommand = {
  id: string;
  /** A verb first, sentence case: "New release". */
  label: string;
  /** One key as `KeyboardEvent.key` has it (`n`, `e`, `.`); no key where text is typed. */
  key?: string;
  run: () => void;
};

type Registry = {
  commands: readonly ScreenCommand[];
  add: (commands: readonly ScreenCommand[]) => () => void;
};

export const useCommandRegistry = create<Registry>((set) => ({
  commands: [],
  add: (added) => {
    set(({ commands }) => ({ commands: [...commands, ...added] }));
    return () =>
      set(({ commands }) => ({ commands: commands.filter((one) => !added.includes(one)) }));
  },
}));

/** Offers commands while the calling screen is shown. Pass a memoised list. */
export function useScreenCommands(commands: readonly ScreenCommand[]): void {
  const add = useCommandRegistry((state) => state.add);
  useEffect(() => add(commands), [add, commands]);
}
