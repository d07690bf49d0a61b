import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ScopeItem } from '#shared/model/planning/releases.ts';
import { useKeepAnswer, withRow } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { itemName } from './scope-words.ts';

type Patch = Omit<Input<'scope.update'>, 'id' | 'rev'>;

/** The edits of a release's scope; each answers null, or why it was refused. */
export function useScope(releaseId: string): {
  add: (item: Omit<Input<'scope.add'>, 'releaseId'>) => Promise<CallError | null>;
  change: (item: ScopeItem, patch: Patch) => Promise<CallError | null>;
  remove: (item: ScopeItem) => Promise<CallError | null>;
} {
  const add = useCommand('scope.add').run;
  const update = useCommand('scope.update').run;
  const remove = useCommand('scope.remove').run;
  const keep = useKeepAnswer();
  return {
    add: async (item) => {
      const answer = await add({ releaseId, ...item });
      if (!answer.ok) return answer.error;
      keep('scope.list', { releaseId }, (items) => withRow(items, answer.value));
      showToast({ text: `${itemName(answer.value)} added to the scope` });
      return null;
    },
    change: async (item, patch) => {
      const answer = await update({ id: item.id, rev: item.rev, ...patch });
      if (!answer.ok) return answer.error;
      keep('scope.list', { releaseId }, (items) => withRow(items, answer.value));
      showToast({ text: 'Saved' });
      return null;
    },
    remove: async (item) => {
      const answer = await remove({ id: item.id });
      if (!answer.ok) return answer.error;
      keep('scope.list', { releaseId }, (items) => items.filter((one) => one.id !== item.id));
      showToast({ text: `${itemName(item)} taken out of the scope; history keeps it` });
      return null;
    },
  };
}
