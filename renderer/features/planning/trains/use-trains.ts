import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { DepartureView, TrainView } from '#shared/model/planning/train-views.ts';

/** What can be done with trains; each says what it did, or why it was refused. */
export function useTrains() {
  const generate = useCommand('trains.generate');
  const skip = useCommand('trains.skip');
  const keep = useCommand('trains.keep');
  const remove = useCommand('trains.remove');
  const passOn = useCommand('trains.passOn');
  const refuse = (message: string) => showToast({ text: message, tone: 'failed' });
  return {
    busy: generate.pending,
    generate: async ({ id, name }: TrainView, count: number) => {
      const answer = await generate.run({ id, count });
      if (!answer.ok) return refuse(answer.error.message);
      const { releaseIds, notes } = answer.value;
      const made = releaseIds.length === 1 ? '1 release' : `${releaseIds.length} releases`;
      const text = [`${made} of ${name} generated.`, ...notes].join(' ');
      showToast({ text, undo: undoOf(answer) });
    },
    leaveOut: async ({ id, name }: TrainView, { on, skipped }: DepartureView) => {
      const answer = await (skipped ? keep : skip).run({ id, on });
      if (!answer.ok) return refuse(answer.error.message);
      const text = `${name} ${skipped ? 'departs again on' : 'leaves out'} ${on}`;
      showToast({ text, undo: undoOf(answer) });
    },
    remove: async ({ id, name }: TrainView) => {
      const answer = await remove.run({ id });
      if (!answer.ok) return refuse(answer.error.message);
      showToast({ text: `${name} taken out; its releases stay`, undo: undoOf(answer) });
    },
    passOn: async (releaseId: string) => {
      const answer = await passOn.run({ releaseId });
      if (!answer.ok) return refuse(answer.error.message);
      const { moved } = answer.value;
      const text = `${moved === 1 ? '1 item goes' : `${moved} items go`} with the next train`;
      showToast({ text, undo: undoOf(answer) });
    },
  };
}
