import type { Context } from '#core/context.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { task } from '#core/database/schema/plan.ts';
import { releaseTrain } from '#core/database/schema/trains.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ShiftPreview } from '#shared/model/planning/train-views.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { reschedule } from '#shared/rules/planning/reschedule.ts';
import { datesBefore, shiftDates } from '#shared/rules/planning/trains/train-dates.ts';
import type { TrainDate } from '#shared/rules/planning/trains/train-dates.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { plansOf, requireRelease, writeMoved } from '../releases/index.ts';
import { marksOf, requireTrain, trainDays } from './rows.ts';

type Asked = Parsed<'trains.previewShift'>;

/** What shifting would do; a refusal is told in the preview rather than thrown. */
export function previewShift(input: Asked, context: Context): ShiftPreview {
  try {
    return shownOf(decide(context.store, input, context.now));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code === 'not_found') throw refusal;
    return { refused: refusal.message, fromAt: null, toAt: null, moves: [], kept: [] };
  }
}

export function shiftRelease(input: Asked, context: Context): ShiftPreview {
  context.requireActor();
  const decided = decide(context.store, input, context.now);
  context.transact((write) => {
    writeMoved(write, context.store, input.releaseId, decided.moved);
    for (const { id, to } of decided.shifted.moves) {
      write.update(task, id, { startOn: to, madeOn: to });
    }
    // What stays by hand knows what it would be now, so that putting it back fits the departure.
    for (const { id, wouldBe } of decided.shifted.kept) write.update(task, id, { madeOn: wouldBe });
  });
  return shownOf(decided);
}

function decide(store: Store, { releaseId, startAt }: Asked, now: number) {
  const row = requireRelease(store, releaseId);
  if (row.trainId === null) {
    throw new Refusal(
      'precondition_failed',
      `${row.name} is of no release train. Move it on the calendar or postpone it on its page.`,
    );
  }
  const { id } = requireTrain(store, row.trainId);
  const { planned, leadId } = plansOf(store, [releaseId])(releaseId);
  const moved = reschedule(row, planned, { leadId }, { toAt: startAt }, iso(now));
  const wanted = trainDatesFor(store, id, moved.toAt);
  const shifted = shiftDates(marksOf(store, [releaseId]), wanted);
  return { moved, shifted };
}

/** The dates a train gives a release that starts then; none where there is no such train any more. */
export function trainDatesFor(store: Store, trainId: string | null, startAt: string): TrainDate[] {
  const train = trainId === null ? null : rowOf(store, releaseTrain, trainId);
  if (train === null) return [];
  const { days } = trainDays(store, train.holidayCalendarId);
  return datesBefore(dateIn(startAt, train.zone), train.offsets, days);
}

function shownOf({ moved, shifted }: ReturnType<typeof decide>): ShiftPreview {
  return {
    ...{ refused: null, fromAt: moved.fromAt, toAt: moved.toAt },
    moves: shifted.moves.map(({ mark, from, to }) => ({ mark, from, to })),
    kept: shifted.kept.map(({ mark, on, wouldBe }) => ({ mark, on, wouldBe })),
  };
}
