import { useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import { checklistItemStates } from '#shared/model/governance/checklists.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { DateInput } from '../../../../components/form/DateInput.tsx';
import { SelectInput } from '../../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../../state/edits.ts';
import { peopleToChoose } from '../../../planning/releases/index.ts';
import type { Names } from '../../../planning/releases/index.ts';
import { stateWords } from '../item-words.ts';

type ChangeItemsProps = {
  ids: readonly string[];
  names: Names;
  onDone: () => void;
  onClose: () => void;
};

const nobody = 'nobody';

/** Owner, date or state of many items, in one step that one undo takes back. */
export function ChangeItems({ ids, names, onDone, onClose }: ChangeItemsProps) {
  const { run } = useCommand('checklists.setMany');
  const [owner, setOwner] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [state, setState] = useState('');
  const [reason, setReason] = useState('');
  const count = `${ids.length} ${ids.length === 1 ? 'item' : 'items'}`;
  const send = async () => {
    const input: Input<'checklists.setMany'> = { ids: [...ids] };
    if (owner !== '') input.ownerId = owner === nobody ? null : owner;
    if (dueOn !== '') input.dueOn = dueOn;
    const wanted = checklistItemStates.find((each) => each === state);
    if (wanted !== undefined) input.state = wanted;
    if (wanted === 'not-applicable') input.reason = reason;
    const answer = await run(input);
    if (!answer.ok) return `${answer.error.message} Nothing was changed.`;
    showToast({ text: `${count} changed`, undo: undoOf(answer) });
    onDone();
    return null;
  };
  return (
    <FormDialog
      title={`Change ${count}`}
      action={`Change ${count}`}
      onSend={send}
      onClose={onClose}
    >
      <SelectInput
        label="Owner"
        none="Stays as it is"
        value={owner}
        options={[{ value: nobody, label: 'Whoever has its role' }, ...peopleToChoose(names)]}
        onChange={({ target }) => setOwner(target.value)}
      />
      <DateInput
        optional
        label="Due"
        help="Set by hand, it no longer moves with the release."
        value={dueOn}
        onChange={({ target }) => setDueOn(target.value)}
      />
      <SelectInput
        label="State"
        none="Stays as it is"
        value={state}
        options={checklistItemStates.map((value) => ({ value, label: stateWords[value] }))}
        onChange={({ target }) => setState(target.value)}
      />
      {state === 'not-applicable' && (
        <TextArea
          label="Why do they not apply?"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
    </FormDialog>
  );
}
