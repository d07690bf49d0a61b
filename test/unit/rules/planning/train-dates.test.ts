import { expect, it } from 'vitest';
import { shiftDates } from '#shared/rules/planning/trains/train-dates.ts';

it('moves what the train gave, keeps what was edited by hand, and leaves what was reached', () => {
  const tasks = [
    { id: 'a', mark: 'cut-off', startOn: '2026-12-01', madeOn: '2026-12-01', doneOn: '2026-12-01' },
    { id: 'b', mark: 'scope-freeze', startOn: '2026-12-05', madeOn: '2026-12-04', doneOn: null },
    { id: 'c', mark: 'go-no-go', startOn: '2026-12-15', madeOn: '2026-12-15', doneOn: null },
  ] as const;
  const wanted = [
    { mark: 'cut-off', on: '2026-12-03' },
    { mark: 'scope-freeze', on: '2026-12-08' },
    { mark: 'go-no-go', on: '2026-12-17' },
  ] as const;
  expect(shiftDates(tasks, wanted)).toEqual({
    moves: [{ id: 'c', mark: 'go-no-go', from: '2026-12-15', to: '2026-12-17' }],
    kept: [{ id: 'b', mark: 'scope-freeze', on: '2026-12-05', wouldBe: '2026-12-08' }],
  });
});
