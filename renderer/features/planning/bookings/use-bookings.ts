import { useMemo } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { BookingView } from '#shared/model/planning/bookings.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { clashWord } from './booking-words.ts';

export type BookingPatch = Omit<Input<'bookings.update'>, 'id' | 'rev'>;

/** What people do with bookings; each answers null, or why it was refused. */
export type BookingEdits = {
  create: (input: Input<'bookings.create'>) => Promise<{ id: string } | CallError>;
  change: (booking: BookingView, patch: BookingPatch) => Promise<CallError | null>;
  giveUp: (booking: BookingView) => Promise<CallError | null>;
};

export function useBookings(): BookingEdits {
  const create = useCommand('bookings.create').run;
  const update = useCommand('bookings.update').run;
  const remove = useCommand('bookings.delete').run;
  return useMemo(
    () => ({
      create: async (input) => {
        const answer = await create(input);
        if (!answer.ok) return answer.error;
        const { id, purpose, clashes } = answer.value;
        const double = clashes.length === 0 ? '' : `. ${clashWord(clashes.length)}`;
        showToast({ text: `${purpose} booked${double}`, undo: undoOf(answer) });
        return { id };
      },
      change: async ({ id, rev }, patch) => {
        const answer = await update({ id, rev, ...patch });
        if (!answer.ok) return answer.error;
        const { length } = answer.value.clashes;
        showToast({
          text: length === 0 ? 'Saved' : `Saved. ${clashWord(length)}`,
          undo: undoOf(answer),
        });
        return null;
      },
      giveUp: async ({ id, purpose }) => {
        const answer = await remove({ id });
        if (!answer.ok) return answer.error;
        showToast({ text: `${purpose} given up`, undo: undoOf(answer) });
        return null;
      },
    }),
    [create, update, remove],
  );
}
