import type { AgendaProposal } from '#shared/model/governance/cab-views.ts';
import type { CabItem } from '#shared/model/governance/cab.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { Answer } from '../../../api/useCommand.ts';
import type { CommandName } from '../../../api/client.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { counted } from './cab-words.ts';

/**
 * What can be done with a meeting and its agenda; each says what it did, or why it was refused.
 * `onTurn` is told when another item is open than before.
 */
export function useMeeting(meetingId: string, onTurn: () => void) {
  const start = useCommand('cab.start');
  const pause = useCommand('cab.pause');
  const resume = useCommand('cab.resume');
  const turn = useCommand('cab.turn');
  const open = useCommand('cab.open');
  const skip = useCommand('cab.skip');
  const move = useCommand('cab.moveItem');
  const add = useCommand('cab.addItems');
  const removeItem = useCommand('cab.removeItem');
  const updateItem = useCommand('cab.updateItem');
  const update = useCommand('cab.update');
  const removeMeeting = useCommand('cab.remove');

  const told = <N extends CommandName>(answer: Answer<N>, text: string | null = null): boolean => {
    if (!answer.ok) showToast({ text: answer.error.message, tone: 'failed' });
    else if (text !== null) showToast({ text, undo: undoOf(answer) });
    return answer.ok;
  };
  const turned = <N extends CommandName>(answer: Answer<N>): boolean => {
    if (answer.ok) onTurn();
    return told(answer);
  };
  const errorOf = <N extends CommandName>(answer: Answer<N>): CallError | null =>
    answer.ok ? null : answer.error;

  return {
    start: async () => turned(await start.run({ meetingId })),
    pause: async () => told(await pause.run({ meetingId })),
    resume: async () => told(await resume.run({ meetingId })),
    turn: async (to: 'next' | 'previous') => {
      const answer = await turn.run({ meetingId, to });
      if (turned(answer) && answer.ok && answer.value.itemId === null) {
        showToast({ text: 'All items had their turn: close the meeting, or open one again' });
      }
    },
    open: async (itemId: string) => turned(await open.run({ itemId })),
    skip: async (itemId: string) => turned(await skip.run({ itemId })),
    /** Promotes or demotes by one place. */
    shift: async (items: readonly CabItem[], id: string, by: -1 | 1) => {
      const at = items.findIndex((item) => item.id === id);
      const target = at + by;
      if (at < 0 || target < 0 || target >= items.length) return;
      // One place up means behind the one before the neighbour.
      const after = by === 1 ? items[target] : items[target - 1];
      told(await move.run({ id, afterId: after?.id ?? null }));
    },
    add: async (proposals: readonly Pick<AgendaProposal, 'kind' | 'release'>[]) => {
      const items = proposals.map(({ kind, release }) => ({
        ...{ kind, releaseId: release.id, plannedMinutes: kind === 'standard' ? 1 : 10 },
      }));
      const answer = await add.run({ meetingId, items });
      told(answer, `${counted(items.length, 'item')} put on the agenda`);
    },
    addOther: async (title: string): Promise<string | null> => {
      const answer = await add.run({
        meetingId,
        items: [{ kind: 'note', title, plannedMinutes: 5 }],
      });
      if (!answer.ok) return Object.values(answer.error.fields ?? {})[0] ?? answer.error.message;
      showToast({ text: `“${title}” put on the agenda`, undo: undoOf(answer) });
      return null;
    },
    addRelease: async (releaseId: string) => {
      const answer = await add.run({ meetingId, items: [{ kind: 'decision', releaseId }] });
      told(answer, 'Put on the agenda');
    },
    remove: async ({ id, title }: CabItem) =>
      told(await removeItem.run({ id }), `“${title}” taken off the agenda`),
    saveItem: async (patch: { id: string; rev: number; notes?: string; plannedMinutes?: number }) =>
      errorOf(await updateItem.run(patch)),
    saveMinutes: async (rev: number, minutes: string) =>
      errorOf(await update.run({ id: meetingId, rev, minutes })),
    removeMeeting: async (title: string) =>
      told(await removeMeeting.run({ id: meetingId }), `${title} taken off the list`),
  };
}

export type MeetingHand = ReturnType<typeof useMeeting>;
