import type { Handlers } from '#core/context.ts';
import { requireRelease } from '../releases/index.ts';
import { readPlan } from './plan.ts';
import { saveTask } from './save.ts';
import { removeTask, reorderTask } from './steps.ts';

export const tasks: Handlers<'tasks.list' | 'tasks.save' | 'tasks.reorder' | 'tasks.remove'> = {
  'tasks.list': ({ releaseId }, { store, now }) => {
    requireRelease(store, releaseId);
    return readPlan(store, releaseId, now);
  },
  'tasks.save': (input, context) => {
    const { id, releaseId } = saveTask(input, context);
    return { id, plan: readPlan(context.store, releaseId, context.now) };
  },
  'tasks.reorder': (input, context) => {
    const releaseId = reorderTask(input, context);
    return readPlan(context.store, releaseId, context.now);
  },
  'tasks.remove': ({ id }, context) => {
    const releaseId = removeTask(id, context);
    return readPlan(context.store, releaseId, context.now);
  },
};
