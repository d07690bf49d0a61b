import type { Handlers } from '#core/context.ts';
import { healthOf } from './health-of.ts';

export const health: Handlers<'health.list'> = {
  'health.list': ({ releaseIds }, { store, now }) => [...healthOf(store, releaseIds, now).values()],
};
