import type { Context, Handlers } from '#core/context.ts';
import { dependency } from '#core/database/schema/plan.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { DependencyView } from '#shared/model/planning/plan.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { saveDependency } from './save.ts';
import { listDependencies, needsOf } from './standing.ts';

export const dependencies: Handlers<
  'dependencies.list' | 'dependencies.save' | 'dependencies.add' | 'dependencies.remove'
> = {
  'dependencies.list': ({ releaseId }, { store, now }) => listDependencies(store, releaseId, now),
  'dependencies.save': saved,
  'dependencies.add': ({ targetReleaseId = null, ...input }, context) => {
    const kind = input.kind ?? (targetReleaseId === null ? undefined : 'release');
    return saved({ ...input, targetReleaseId, kind }, context);
  },
  'dependencies.remove': ({ id }, context) => {
    remove(id, context);
    return { id };
  },
};

function saved(input: Parsed<'dependencies.save'>, context: Context): DependencyView {
  const { id, releaseId } = saveDependency(input, context);
  const needs = needsOf(context.store, [releaseId], context.now)(releaseId);
  const found = needs.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The dependency ${id} was saved and is not there`);
  return found;
}

function remove(id: string, context: Context): void {
  context.transact((write) => {
    requireOpenRelease(context.store, write.find(dependency, id).releaseId);
    write.remove(dependency, id);
  });
}
