import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { DependencyView } from '#shared/model/planning/plan.ts';
import { useKeepAnswer, withRow } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

export type DependencyPatch = Omit<Input<'dependencies.save'>, 'id' | 'rev' | 'releaseId'>;

export type DependencyEdits = {
  /** Answers the new dependency's id, or why it was refused. */
  add: (dependency: DependencyPatch) => Promise<string | CallError>;
  change: (dependency: DependencyView, patch: DependencyPatch) => Promise<CallError | null>;
  remove: (dependency: DependencyView) => Promise<CallError | null>;
};

/** The edits of what a release needs of others. */
export function useDependencies(releaseId: string): DependencyEdits {
  const save = useCommand('dependencies.save').run;
  const remove = useCommand('dependencies.remove').run;
  const keepAnswer = useKeepAnswer();
  const keep = (change: (needs: DependencyView[]) => DependencyView[]) =>
    keepAnswer('dependencies.list', { releaseId }, (list) => ({
      ...list,
      needs: change(list.needs),
    }));
  return {
    add: async (dependency) => {
      const answer = await save({ releaseId, ...dependency });
      if (!answer.ok) return answer.error;
      keep((needs) => withRow(needs, answer.value));
      showToast({ text: `Dependency on ${needName(answer.value)} added`, undo: undoOf(answer) });
      return answer.value.id;
    },
    change: async (dependency, patch) => {
      const answer = await save({ id: dependency.id, rev: dependency.rev, ...patch });
      if (!answer.ok) return answer.error;
      keep((needs) => withRow(needs, answer.value));
      showToast({ text: 'Saved', undo: undoOf(answer) });
      return null;
    },
    remove: async (dependency) => {
      const answer = await remove({ id: dependency.id });
      if (!answer.ok) return answer.error;
      keep((needs) => needs.filter(({ id }) => id !== dependency.id));
      showToast({ text: `Dependency on ${needName(dependency)} removed`, undo: undoOf(answer) });
      return null;
    },
  };
}

/** What is needed, by the name it has now. */
export function needName({ target, title }: DependencyView): string {
  return target?.name ?? title;
}
