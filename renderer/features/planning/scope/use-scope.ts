import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { NewScopeItem, ScopeItem } from '#shared/model/planning/scope.ts';
import { useKeepAnswer, withRow } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { itemName } from './scope-words.ts';

export type ScopePatch = Omit<Input<'scope.update'>, 'id' | 'rev'>;

/** The edits of a release's scope; each answers null, or why it was refused. */
export type ScopeEdits = {
  add: (item: Omit<Input<'scope.add'>, 'releaseId'>) => Promise<CallError | null>;
  paste: (items: NewScopeItem[]) => Promise<CallError | null>;
  change: (item: ScopeItem, patch: ScopePatch) => Promise<CallError | null>;
  drop: (item: ScopeItem, reason: string) => Promise<CallError | null>;
  takeUp: (item: ScopeItem) => Promise<CallError | null>;
  move: (
    item: ScopeItem,
    to: { id: string; name: string },
    lateReason?: string,
  ) => Promise<CallError | null>;
  remove: (item: ScopeItem) => Promise<CallError | null>;
};

/** `lateReason` goes with what is added: needed after the scope freeze, ignored before it. */
export function useScope(releaseId: string, lateReason: string): ScopeEdits {
  const add = useCommand('scope.add').run;
  const paste = useCommand('scope.paste').run;
  const update = useCommand('scope.update').run;
  const drop = useCommand('scope.drop').run;
  const move = useCommand('scope.move').run;
  const remove = useCommand('scope.remove').run;
  const keepAnswer = useKeepAnswer();
  const keep = (change: (items: ScopeItem[]) => ScopeItem[]) =>
    keepAnswer('scope.list', { releaseId }, change);
  const without = (id: string) => keep((items) => items.filter((one) => one.id !== id));

  return {
    add: async (item) => {
      const answer = await add({ releaseId, ...item, lateReason });
      if (!answer.ok) return answer.error;
      keep((items) => withRow(items, answer.value));
      showToast({ text: `${itemName(answer.value)} added to the scope`, undo: undoOf(answer) });
      return null;
    },
    paste: async (items) => {
      const answer = await paste({ releaseId, items, lateReason });
      if (!answer.ok) return answer.error;
      keep((before) => answer.value.reduce<ScopeItem[]>(withRow, before));
      const count = answer.value.length;
      showToast({
        text: `${count === 1 ? '1 item' : `${count} items`} added to the scope`,
        undo: undoOf(answer),
      });
      return null;
    },
    change: async (item, patch) => {
      const answer = await update({ id: item.id, rev: item.rev, ...patch });
      if (!answer.ok) return answer.error;
      keep((items) => withRow(items, answer.value));
      showToast({ text: 'Saved', undo: undoOf(answer) });
      return null;
    },
    drop: async (item, reason) => {
      const answer = await drop({ id: item.id, rev: item.rev, reason });
      if (!answer.ok) return answer.error;
      keep((items) => withRow(items, answer.value));
      showToast({ text: `${itemName(item)} dropped from the scope`, undo: undoOf(answer) });
      return null;
    },
    takeUp: async (item) => {
      const answer = await update({ id: item.id, rev: item.rev, status: 'open' });
      if (!answer.ok) return answer.error;
      keep((items) => withRow(items, answer.value));
      showToast({ text: `${itemName(item)} taken up again`, undo: undoOf(answer) });
      return null;
    },
    move: async (item, to, why) => {
      const input = { id: item.id, rev: item.rev, toReleaseId: to.id };
      const answer = await move(why === undefined ? input : { ...input, lateReason: why });
      if (!answer.ok) return answer.error;
      without(item.id);
      showToast({ text: `${itemName(item)} moved to ${to.name}`, undo: undoOf(answer) });
      return null;
    },
    remove: async (item) => {
      const answer = await remove({ id: item.id });
      if (!answer.ok) return answer.error;
      without(item.id);
      showToast({
        text: `${itemName(item)} taken out of the scope; history keeps it`,
        undo: undoOf(answer),
      });
      return null;
    },
  };
}
