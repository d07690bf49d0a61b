import type { Handlers } from '#core/context.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { appliesTo } from './applies-to.ts';
import { controlsOfReleases, coverage } from './coverage.ts';
import { adopt, listRegister, removeControl, retire, saveControl } from './register.ts';

type Names =
  | 'controls.list'
  | 'controls.save'
  | 'controls.adopt'
  | 'controls.retire'
  | 'controls.remove'
  | 'controls.appliesTo'
  | 'controls.forRelease'
  | 'controls.coverage';

export const controls: Handlers<Names> = {
  'controls.list': (_input, { store }) => listRegister(store),
  'controls.save': (input, context) => saveControl(input, context),
  'controls.adopt': ({ keys }, context) => adopt(keys, context),
  'controls.retire': (input, context) => retire(input, context),
  'controls.remove': ({ id }, context) => removeControl(id, context),
  'controls.appliesTo': ({ applies }, { store }) => appliesTo(store, applies),
  'controls.forRelease': ({ releaseId }, { store, now }) => {
    requireRelease(store, releaseId);
    return controlsOfReleases(store, [releaseId], now)[0]?.controls ?? [];
  },
  'controls.coverage': (_input, { store, now }) => coverage(store, now),
};
