import { iso } from '#core/database/select.ts';
import { at, workday } from './days.ts';
import { idOf } from './found-workspace.ts';
import type { Performance } from './perform.ts';

/**
 * The board meets on the next working day; Mara plans it on the afternoon before, agenda and all, and
 * makes a pack for whoever cannot come.
 */
export function boardMoments({ stage, known, date, sample }: Performance) {
  const { zone } = sample.workspace;
  const packFor = async (mara: string, expiresOn: string) => {
    const candidates = await stage.call('packs.candidates', {}, mara);
    const asked = candidates.flatMap(({ gates }) =>
      gates.filter(({ personIds }) => personIds.some((personId) => personId !== mara)),
    );
    if (asked.length === 0) return;
    const reviewers = [...new Set(asked.flatMap(({ personIds }) => personIds))];
    await stage.call(
      'cab.createPack',
      {
        ...{ title: 'Weekly CAB, for those who travel', expiresOn },
        gateIds: asked.slice(0, 4).map(({ id }) => id),
        reviewerIds: reviewers.filter((each) => each !== mara).slice(0, 3),
      },
      mara,
    );
  };
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
        await packFor(mara, workday(date, 1));
      },
    },
  ];
}
