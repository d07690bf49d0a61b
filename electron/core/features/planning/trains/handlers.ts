import type { Context, Handlers } from '#core/context.ts';
import { releaseTrain } from '#core/database/schema/trains.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { TrainView } from '#shared/model/planning/train-views.ts';
import { checkOffsets } from '#shared/rules/planning/trains/train-dates.ts';
import { departuresFrom } from '#shared/rules/planning/trains/train-departures.ts';
import { checkTimes } from '#shared/rules/planning/windows/window-checks.ts';
import { wallMs, wallOf } from '#shared/rules/planning/windows/wall-clock.ts';
import { generateReleases } from './generate.ts';
import { passOn } from './pass-on.ts';
import { departureView, listTrains, requireTrain, trainDays, viewTrain } from './rows.ts';
import { createTrain, updateTrain } from './save.ts';
import { previewShift, shiftRelease } from './shift.ts';

type Names =
  | 'trains.list'
  | 'trains.preview'
  | 'trains.create'
  | 'trains.update'
  | 'trains.remove'
  | 'trains.generate'
  | 'trains.skip'
  | 'trains.keep'
  | 'trains.previewShift'
  | 'trains.shift'
  | 'trains.passOn';

export const trains: Handlers<Names> = {
  'trains.list': ({ count }, { store, now }) => listTrains(store, now, count),
  'trains.preview': (input, context) => previewTrain(input, context),
  'trains.create': (input, context) =>
    viewTrain(context.store, createTrain(input, context), context.now),
  'trains.update': (input, context) =>
    viewTrain(context.store, updateTrain(input, context), context.now),
  'trains.remove': ({ id }, { transact }) => {
    transact((write) => write.remove(releaseTrain, id));
    return { id };
  },
  'trains.generate': (input, context) => generateReleases(input, context),
  'trains.skip': (input, context) => leaveOut(input, context, true),
  'trains.keep': (input, context) => leaveOut(input, context, false),
  'trains.previewShift': (input, context) => previewShift(input, context),
  'trains.shift': (input, context) => shiftRelease(input, context),
  'trains.passOn': (input, context) => passOn(input, context),
};

function previewTrain({ count, ...input }: Parsed<'trains.preview'>, { store, now }: Context) {
  checkOffsets(input.offsets);
  const endWall = wallOf(wallMs(input.startWall) + input.durationMinutes * 60_000);
  const times = checkTimes({ ...input, endWall });
  const { days, whyOff } = trainDays(store, input.holidayCalendarId);
  const train = { ...input, ...times, skips: [] };
  return departuresFrom(train, days, { from: now, count }).map((each) =>
    departureView(each, whyOff, null),
  );
}

function leaveOut(
  { id, on }: Parsed<'trains.skip'>,
  { store, now, transact }: Context,
  skipped: boolean,
): TrainView {
  const { skips } = requireTrain(store, id);
  const others = skips.filter((each) => each !== on);
  const wanted = skipped ? [...others, on].toSorted() : others;
  transact((write) => write.update(releaseTrain, id, { skips: wanted }));
  return viewTrain(store, id, now);
}
