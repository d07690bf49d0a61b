import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { useKeepAnswer } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { Release } from './release-page.ts';

export type ReleasePatch = Omit<Input<'releases.update'>, 'id' | 'rev'>;
export type ChangeRelease = (patch: ReleasePatch) => Promise<CallError | null>;

/** Changes fields of the release; answers null, or why it was refused. */
export function useReleaseEdits(release: Release): ChangeRelease {
  const update = useCommand('releases.update').run;
  const keep = useKeepAnswer();
  const { id, rev } = release;
  return async (patch) => {
    const answer = await update({ id, rev, ...patch });
    if (!answer.ok) return answer.error;
    keep('releases.get', { id }, () => answer.value);
    showToast({ text: 'Saved', undo: undoOf(answer) });
    return null;
  };
}
