import type { Context, Handlers } from '#core/context.ts';
import { compareMoments } from './compare.ts';
import { copyRelease } from './copy.ts';
import { createRelease } from './create.ts';
import { getRelease } from './get.ts';
import { readHistoryFilters } from './history-filters.ts';
import { readHistory } from './history.ts';
import { advance, cancel, close, closing, hold, postponeRelease, resume } from './life.ts';
import type { GatesOf, KeepBaseline } from './life.ts';
import { listReleases } from './list.ts';
import { releaseNamed } from './named.ts';
import { previewMany, updateMany } from './many.ts';
import type { Outlook, Overview } from './outlook.ts';
import { previewReschedule, rescheduleRelease } from './reschedule.ts';
import { requireRelease } from './rows.ts';
import { readTable, standingOf } from './table.ts';
import { updateRelease } from './update.ts';

type Names =
  | 'releases.list'
  | 'releases.named'
  | 'releases.table'
  | 'releases.standing'
  | 'releases.get'
  | 'releases.create'
  | 'releases.update'
  | 'releases.previewMany'
  | 'releases.updateMany'
  | 'releases.previewReschedule'
  | 'releases.reschedule'
  | 'releases.history'
  | 'releases.historyFilters'
  | 'releases.compare'
  | 'releases.copy'
  | 'releases.advance'
  | 'releases.hold'
  | 'releases.resume'
  | 'releases.postpone'
  | 'releases.cancel'
  | 'releases.closing'
  | 'releases.close';

export function createReleases(
  outlook: Outlook,
  gatesOf: GatesOf,
  overview: Overview,
  keepBaseline: KeepBaseline,
): Handlers<Names> {
  const after = (id: string, { store, now }: Context) => getRelease(store, id, outlook, now);
  return {
    'releases.list': (input, { store, now }) => listReleases(store, input, outlook, now),

    'releases.named': ({ text }, { store }) => releaseNamed(store, text),

    'releases.table': ({ which }, { store }) => readTable(store, which, overview),

    'releases.standing': ({ ids }, { store, now }) => standingOf(store, ids, outlook, now),

    'releases.get': ({ id }, { store, now }) => getRelease(store, id, outlook, now),

    'releases.create': (input, context) => {
      const id = createRelease(input, context);
      return after(id, context);
    },

    'releases.update': (input, context) => {
      updateRelease(input, context);
      return after(input.id, context);
    },

    'releases.previewMany': (input, context) => previewMany(input, context, overview),

    'releases.updateMany': (input, context) => updateMany(input, context),

    'releases.previewReschedule': (input, context) => previewReschedule(input, context, overview),

    'releases.reschedule': (input, context) => {
      rescheduleRelease(input, context, overview);
      return after(input.id, context);
    },

    'releases.copy': (input, context) => after(copyRelease(input, context), context),

    'releases.advance': (input, context) => {
      advance(input, context, gatesOf, keepBaseline);
      return after(input.id, context);
    },

    'releases.hold': (input, context) => {
      hold(input, context);
      return after(input.id, context);
    },

    'releases.resume': (input, context) => {
      resume(input, context);
      return after(input.id, context);
    },

    'releases.postpone': (input, context) => {
      postponeRelease(input, context);
      return after(input.id, context);
    },

    'releases.cancel': (input, context) => {
      cancel(input, context);
      return after(input.id, context);
    },

    'releases.closing': ({ id }, { store, now }) => closing(store, id, now, gatesOf),

    'releases.close': (input, context) => {
      close(input, context, gatesOf);
      return after(input.id, context);
    },

    'releases.history': (input, { store }) => {
      requireRelease(store, input.id);
      return readHistory(store, input);
    },

    'releases.historyFilters': ({ id }, { store }) => {
      requireRelease(store, id);
      return readHistoryFilters(store, id);
    },

    'releases.compare': (input, { store }) => {
      requireRelease(store, input.id);
      return compareMoments(store, input);
    },
  };
}
