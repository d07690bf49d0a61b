import type { Handlers } from '#core/context.ts';

export const progress: Handlers<'progress.list' | 'progress.cancel'> = {
  'progress.list': (_input, context) => context.progress.list(),
  'progress.cancel': ({ id }, context) => ({ cancelled: context.progress.cancel(id) }),
};
