import type { Input } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { CommandName } from '../../../../api/client.ts';
import { useAsk } from '../../../../api/useAsk.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import type { Command } from '../../../../api/useCommand.ts';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../../state/edits.ts';
import { fieldInWords } from '../history-words.ts';
import type { Release } from '../release-page.ts';
import { releasePatch } from './restore.ts';
import type { FormerValue } from './restore.ts';

export type Restore = (former: FormerValue) => Promise<CallError | null>;

/**
 * Puts a value of the history back by the procedure that changes its thing: an ordinary edit, with
 * the revision the thing has now, refused where an edit would be. Answers null, or why not.
 */
export function useRestore(release: Release): Restore {
  const updateRelease = useCommand('releases.update').run;
  const updateScope = useCommand('scope.update').run;
  const updateRisk = useCommand('risks.update').run;
  const saveRollback = useCommand('rollback.save').run;
  const setItem = useCommand('checklists.setItem').run;
  const askScope = useAsk('scope.list');
  const askRisks = useAsk('risks.list');
  const askRollback = useAsk('rollback.get');
  const askChecklist = useAsk('checklists.list');
  const { id: releaseId, rev } = release;

  return async (former) => {
    const { entity, entityId: id, field, value } = former;
    const restored = { [field]: value };
    switch (entity) {
      case 'scope_item': {
        const list = await askScope({ releaseId });
        if (!list.ok) return list.error;
        return put(former, updateScope, { id, rev: revOf(list.value, id), ...restored });
      }
      case 'risk': {
        const list = await askRisks({ releaseId });
        if (!list.ok) return list.error;
        return put(former, updateRisk, { id, rev: revOf(list.value.risks, id), ...restored });
      }
      case 'checklist_item': {
        const list = await askChecklist({ releaseId });
        if (!list.ok) return list.error;
        return put(former, setItem, { id, rev: revOf(list.value, id), ...restored });
      }
      case 'rollback_plan': {
        const plan = await askRollback({ releaseId });
        if (!plan.ok) return plan.error;
        return put(former, saveRollback, { releaseId, rev: plan.value.rev, ...restored });
      }
      default: {
        const patch = releasePatch(former, release);
        return patch === null ? gone : put(former, updateRelease, { id: releaseId, rev, ...patch });
      }
    }
  };
}

const gone: CallError = {
  code: 'not_found',
  message:
    'This is no longer in the release, so there is nothing to put the value into. Add it again where it stood.',
};

function revOf(rows: readonly { id: string; rev: number }[], id: string): number | undefined {
  return rows.find((row) => row.id === id)?.rev;
}

async function put<N extends CommandName>(
  former: FormerValue,
  run: Command<N>['run'],
  input: object,
): Promise<CallError | null> {
  if (!isInput<N>(input)) return gone;
  const answer = await run(input);
  if (!answer.ok) return answer.error;
  const field = fieldInWords(former.field);
  // Nothing was written where the value stands already.
  const text = answer.edit === null ? `The ${field} is this already` : `Restored the ${field}`;
  showToast({ text, undo: undoOf(answer) });
  return null;
}

/** The journal holds what the procedure once took, and the core validates it again. */
function isInput<N extends CommandName>(input: object): input is Input<N> {
  return Object.keys(input).length > 0;
}
