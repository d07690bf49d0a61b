import type { Context, Handlers } from '#core/context.ts';
import { dependency } from '#core/database/schema/plan.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { saveDependency } from './save.ts';
import { listDependencies, needsOf } from './standing.ts';

export const dependencies: Handlers<
  'dependencies.list' | 'dependencies.save' | 'dependencies.remove'
> = {
  'dependencies.list': ({ releaseId }, { store, now }) => listDependencies(store, releaseId, now),
  'dependencies.save': (input, context) => {
    const { id, releaseId } = saveDependency(input, context);
    const saved = needsOf(context.store, [releaseId], context.now)(releaseId);
    const found = saved.find((each) => each.id === id);
    if (found === undefined) throw new Error(`The dependency ${id} was saved and is not there`);
    return found;
  },
  'dependencies.remove': ({ id }, context) => {
    remove(id, context);
    return { id };
  },
};

function remove(id: string, context: Context): void {
  context.transact((write) => {
    requireOpenRelease(context.store, write.find(dependency, id).releaseId);
    write.remove(dependency, id);
  });
}
