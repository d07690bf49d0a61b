import type { AppEvent, Progress } from '#shared/contract/procedure.ts';
import type { ProgressBoard, RunningProgress } from './context.ts';
import type { Clock } from './platform.ts';

/** Reports go out at most this often, so that a fast import does not flood the windows. */
const quietMs = 100;

type Running = { progress: Progress; abort: AbortController };

/** Keeps what runs long, tells the windows how far it has come, and cancels it when asked. */
export function createProgressBoard(clock: Clock, publish: (event: AppEvent) => void) {
  const running = new Map<string, Running>();
  const board: ProgressBoard = {
    list: () => [...running.values()].map((entry) => entry.progress),
    cancel(id) {
      const entry = running.get(id);
      entry?.abort.abort(new DOMException('Cancelled', 'AbortError'));
      return entry !== undefined;
    },
  };

  function start(id: string, what: string, caller: AbortSignal): RunningProgress {
    const abort = new AbortController();
    const startedAt = clock();
    let toldAt = -Infinity;
    const progress: Progress = { id, what, done: 0, total: null, endsInMs: null, state: 'running' };
    running.set(id, { progress, abort });
    const tell = () => {
      toldAt = clock();
      publish({ type: 'progress', progress: { ...progress } });
    };
    tell();
    return {
      signal: AbortSignal.any([abort.signal, caller]),
      report(done, total) {
        progress.done = done;
        progress.total = total;
        const elapsed = clock() - startedAt;
        progress.endsInMs =
          total === null || done === 0 ? null : Math.round((elapsed / done) * (total - done));
        if (clock() - toldAt >= quietMs) tell();
      },
      end(state) {
        progress.state = state;
        running.delete(id);
        tell();
      },
    };
  }

  return { board, start };
}
