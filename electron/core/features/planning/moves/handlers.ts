import type { Handlers } from '#core/context.ts';
import type { Outlook } from '../releases/index.ts';
import { readCriticalPath } from './critical-path.ts';
import { readFamily, setParent } from './family.ts';
import { moveRelease, previewMove } from './move.ts';
import type { AroundMoves } from './move.ts';

type Names =
  | 'releases.family'
  | 'releases.setParent'
  | 'releases.criticalPath'
  | 'releases.previewMove'
  | 'releases.move';

export function createMoves(outlook: Outlook, around: AroundMoves): Handlers<Names> {
  return {
    'releases.family': ({ id }, { store, now }) => readFamily(store, id, outlook, now),

    'releases.setParent': (input, context) => {
      setParent(input, context);
      return readFamily(context.store, input.id, outlook, context.now);
    },

    'releases.criticalPath': ({ id }, { store, now }) => readCriticalPath(store, id, now),

    'releases.previewMove': (input, context) => previewMove(input, context, around),

    'releases.move': ({ preview, ...input }, context) =>
      preview ? previewMove(input, context, around) : moveRelease(input, context, around),
  };
}
