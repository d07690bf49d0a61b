import { useMemo, useState } from 'react';
import type { BulkChange } from '#shared/model/planning/bulk-edit.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../../state/edits.ts';
import type { Names } from '../names.ts';
import { BulkFields } from './BulkFields.tsx';
import { BulkOutcome, releasesInWords } from './BulkOutcome.tsx';
import { changeOf, noChange } from './bulk-draft.ts';

type BulkDialogProps = {
  ids: readonly string[];
  names: Names;
  onClose: () => void;
};

/** Changes many releases the same way, after showing what that makes of each. */
export function BulkDialog({ ids, names, onClose }: BulkDialogProps) {
  const [draft, setDraft] = useState(noChange);
  const change = useMemo(() => changeOf(draft), [draft]);
  const chosen = useMemo(() => [...ids], [ids]);
  const preview = useProcedure(
    'releases.previewMany',
    { ids: chosen, change: change ?? {} },
    { enabled: change !== null, keepPrevious: true },
  );
  const { run } = useCommand('releases.updateMany');
  const shown = change === null ? undefined : preview.data;
  const count = shown?.filter(({ lines }) => lines.length > 0).length ?? 0;
  const send = async (wanted: BulkChange | null) => {
    if (wanted === null) return 'Choose what to change: one of the fields above.';
    const answer = await run({ ids: chosen, change: wanted });
    if (!answer.ok) return answer.error.message;
    const { changed, refused } = answer.value;
    if (changed.length === 0) {
      return refused.length === 0
        ? 'All of them are so already; nothing was changed.'
        : 'Each of them is refused, for the reason beside it; nothing was changed.';
    }
    const rest = refused.length === 0 ? '' : `, ${refused.length} refused`;
    const words = releasesInWords(changed.length);
    showToast({ text: `${words} changed${rest}`, undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog
      title={`Change ${releasesInWords(ids.length)}`}
      action={count === 0 ? 'Change' : `Change ${releasesInWords(count)}`}
      onSend={() => send(change)}
      onClose={onClose}
    >
      <BulkFields draft={draft} names={names} onDraft={setDraft} />
      {change !== null && preview.isError && <p role="alert">{preview.error.error.message}</p>}
      {shown !== undefined && !preview.isError && <BulkOutcome previews={shown} />}
    </FormDialog>
  );
}
