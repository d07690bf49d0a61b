import { iso } from '#core/database/select.ts';
import { at, workday } from './days.ts';
import { idOf } from './found-workspace.ts';
import type { Performance } from './perform.ts';

/** The board meets on the next working day; Mara plans it on the afternoon before, agenda and all. */
export function boardMoments({ stage, known, date, sample }: Performance) {
  const { zone } = sample.workspace;
  return [
    {
      at: at(workday(date, -1), '15:50', zone),
      run: async () => {
        const mara = idOf(known.people, 'mara');
        const attendees = ['mara', 'iris', 'tomas'].map((key) => idOf(known.people, key));
        await stage.call(
          'cab.create',
          {
            ...{ title: 'Weekly CAB', zone, place: 'Harbour room', chairId: mara },
            startsAt: iso(at(workday(date, 1), '10:00', zone)),
            ...{ durationMinutes: 45, attendeeIds: attendees },
          },
          mara,
        );
      },
    },
  ];
}
