import type { ShownProgress } from '../../components/progress/Progress.tsx';
import { useAsk } from '../../api/useAsk.ts';
import { useProgress } from '../../state/progress.ts';

/** The long work that goes on now, each with a way to stop it. */
export function useRunningWork(): readonly ShownProgress[] {
  const running = useProgress((state) => state.running);
  const cancel = useAsk('progress.cancel');
  return running.map(({ id, what, done, total, endsInMs }) => ({
    id,
    what,
    done,
    of: total,
    left: endsInMs,
    onCancel: () => void cancel({ id }),
  }));
}
