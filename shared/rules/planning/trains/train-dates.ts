import type { TrainMark, TrainOffsets } from '#shared/model/planning/trains.ts';
import { trainMarks } from '#shared/model/planning/trains.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { minusWorkingDays } from '../working-days.ts';
import type { WorkingDays } from '../working-days.ts';

/** Dates a train gives a release, in the order of the marks. */
export type TrainDate = { mark: TrainMark; on: string };

export const markWords: Readonly<Record<TrainMark, string>> = {
  'cut-off': 'Cut-off',
  'scope-freeze': 'Scope freeze',
  'qa-start': 'QA begins',
  'qa-end': 'QA ends',
  'go-no-go': 'Go/no-go',
};

/** The dates before a deployment on a date, counted in working days of the train's calendar. */
export function datesBefore(on: string, offsets: TrainOffsets, days: WorkingDays): TrainDate[] {
  return trainMarks.flatMap((mark) => {
    const before = offsets[mark];
    return before === null || before === undefined
      ? []
      : [{ mark, on: minusWorkingDays(on, before, days) }];
  });
}

/** Refuses dates that come in another order than the work does. */
export function checkOffsets(offsets: TrainOffsets): void {
  let last: { mark: TrainMark; days: number } | null = null;
  for (const mark of trainMarks) {
    const days = offsets[mark];
    if (days === null || days === undefined) continue;
    if (last !== null && days > last.days) {
      throw new Refusal(
        'invalid_input',
        `${markWords[mark]} comes ${inDays(days)} before the deployment, and so before ${markWords[last.mark].toLowerCase()} with ${inDays(last.days)}. Give it ${last.days} or less.`,
        { [`offsets.${mark}`]: `is before ${markWords[last.mark].toLowerCase()}` },
      );
    }
    last = { mark, days };
  }
}

function inDays(count: number): string {
  return count === 1 ? '1 working day' : `${count} working days`;
}

/** A date of a release that came from its train; `startOn` is what it is now. */
export type MarkedTask = {
  id: string;
  mark: TrainMark;
  startOn: string | null;
  madeOn: string | null;
  doneOn: string | null;
};

export type ShiftedDates = {
  moves: { id: string; mark: TrainMark; from: string | null; to: string }[];
  /** Edited by hand, so that they stay: with what the train would have made of them. */
  kept: { id: string; mark: TrainMark; on: string | null; wouldBe: string }[];
};

/** What a new departure makes of the dates a release has of its train; what was reached stays. */
export function shiftDates(
  tasks: readonly MarkedTask[],
  wanted: readonly TrainDate[],
): ShiftedDates {
  const dates = new Map(wanted.map(({ mark, on }) => [mark, on]));
  const shifted: ShiftedDates = { moves: [], kept: [] };
  for (const { id, mark, startOn, madeOn, doneOn } of tasks) {
    const to = dates.get(mark);
    if (to === undefined || doneOn !== null) continue;
    if (startOn !== madeOn) shifted.kept.push({ id, mark, on: startOn, wouldBe: to });
    else if (to !== startOn) shifted.moves.push({ id, mark, from: startOn, to });
  }
  return shifted;
}

/** Whether something added on a day comes after the scope freeze: from the day behind it on. */
export function comesLate(freezeOn: string | null, today: string): boolean {
  return freezeOn !== null && today > freezeOn;
}
