import { afterAll } from 'vitest';
import { useRail } from '../../renderer/app/frame/rail-store.ts';
import { useDensity } from '../../renderer/app/theme/density.ts';
import { useToasts } from '../../renderer/components/toasts/toast-store.ts';
import { useViewMemory } from '../../renderer/features/planning/calendar/view-memory.ts';
import { usePlanLook } from '../../renderer/features/planning/tasks/plan-look.ts';
import { useClock } from '../../renderer/state/clock.ts';
import { useConnection } from '../../renderer/state/connection.ts';
import { useCreating } from '../../renderer/state/creating.ts';
import { useEditActions } from '../../renderer/state/edits.ts';
import { useFormats } from '../../renderer/state/formats.ts';
import { useKnownWorkspace } from '../../renderer/state/known-workspace.ts';
import { useProgress } from '../../renderer/state/progress.ts';
import { useCommandRegistry } from '../../renderer/state/screen-commands.ts';

type AnyStore<State> = {
  getInitialState: () => State;
  setState: (state: State, replace: true) => void;
};

/** How to put a store back to what it was when its module was read. */
function putsBack<State>({ setState, getInitialState }: AnyStore<State>): () => void {
  return () => setState(getInitialState(), true);
}

const putBack = [
  ...[putsBack(useToasts), putsBack(useProgress), putsBack(useConnection), putsBack(useClock)],
  ...[putsBack(useCommandRegistry), putsBack(useEditActions), putsBack(useKnownWorkspace)],
  ...[putsBack(useCreating), putsBack(useFormats), putsBack(useDensity), putsBack(useRail)],
  ...[putsBack(usePlanLook), putsBack(useViewMemory)],
];

// Files of one worker share their modules, and with them what the screen remembers.
afterAll(() => {
  for (const back of putBack) back();
});
