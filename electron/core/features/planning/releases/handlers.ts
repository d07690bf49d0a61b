import type { Handlers } from '#core/context.ts';
import { describeTemplate } from '#shared/rules/planning/templates.ts';
import { createRelease } from './create.ts';
import { getRelease } from './get.ts';
import { readHistory } from './history.ts';
import { listReleases } from './list.ts';
import type { Outlook } from './outlook.ts';
import { requireRelease } from './rows.ts';
import { readTemplates } from './templates.ts';
import { updateRelease } from './update.ts';

type Names =
  | 'releases.list'
  | 'releases.get'
  | 'releases.create'
  | 'releases.update'
  | 'releases.history'
  | 'releases.templates';

export function createReleases(outlook: Outlook): Handlers<Names> {
  return {
    'releases.list': (input, { store, now }) => listReleases(store, input, outlook, now),

    'releases.get': ({ id }, { store, now }) => getRelease(store, id, outlook, now),

    'releases.create': (input, context) => {
      const id = createRelease(input, context);
      return getRelease(context.store, id, outlook, context.now);
    },

    'releases.update': (input, context) => {
      updateRelease(input, context);
      return getRelease(context.store, input.id, outlook, context.now);
    },

    'releases.history': (input, { store }) => {
      requireRelease(store, input.id);
      return readHistory(store, input);
    },

    'releases.templates': () => readTemplates().map(describeTemplate),
  };
}
