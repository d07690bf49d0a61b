import { useCallback } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { useProgress } from '../../../../state/progress.ts';

export type Run = {
  /** Asks one check, or all of them; up to now, or to the end of a deployment. */
  start: (checkId: string | null, deploymentId: string) => Promise<void>;
  /** What was found so far stays. */
  cancel: () => void;
  running: boolean;
  error: CallError | null;
};

/** One run of a release's checks at a time. */
export function useRun(releaseId: string): Run {
  const { run, pending, error } = useCommand('monitoring.run');
  const askCancel = useAsk('progress.cancel');
  const progressId = `metric checks ${releaseId}`;
  // Also there when another window began it.
  const progress = useProgress(
    ({ running }) => running.find((each) => each.id === progressId) ?? null,
  );
  const start = useCallback(
    async (checkId: string | null, deploymentId: string) => {
      const answer = await run({
        ...{ releaseId, progressId },
        ...(checkId === null ? {} : { checkId }),
        ...(deploymentId === '' ? {} : { deploymentId }),
      });
      if (!answer.ok) return;
      const passed = answer.value.filter(({ verdict }) => verdict === 'passed').length;
      showToast({ text: `Asked: ${passed} of ${answer.value.length} passed` });
    },
    [run, releaseId, progressId],
  );
  const cancel = useCallback(() => void askCancel({ id: progressId }), [askCancel, progressId]);
  return { start, cancel, running: pending || progress !== null, error };
}
