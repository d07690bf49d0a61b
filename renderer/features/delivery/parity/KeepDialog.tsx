import { useState } from 'react';
import type { Input } from '#shared/contract/index.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useNames } from '../../planning/releases/index.ts';

type KeepDialogProps = {
  sides: Pick<Input<'parity.keep'>, 'left' | 'right'>;
  onKept: (id: string) => void;
  onClose: () => void;
};

/** Says whose settings the two files are, and keeps what was found of them. */
export function KeepDialog({ sides, onKept, onClose }: KeepDialogProps) {
  const { names } = useNames();
  const keep = useCommand('parity.keep');
  const [typed, setTyped] = useState({ left: '', right: '', service: '' });
  const patch = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const places = names.environments.map(({ id, name }) => ({ value: id, label: name }));
  const send = async () => {
    if (typed.left === '' || typed.right === '') return 'Choose the environment of each file.';
    const answer = await keep.run({
      ...sides,
      leftEnvironmentId: typed.left,
      rightEnvironmentId: typed.right,
      ...(typed.service === '' ? {} : { serviceId: typed.service }),
    });
    if (!answer.ok) return answer.error.message;
    showToast({ text: 'The comparison is kept', undo: undoOf(answer) });
    onKept(answer.value.id);
    return null;
  };
  return (
    <FormDialog title="Keep as evidence" action="Keep it" onSend={send} onClose={onClose}>
      <SelectInput
        label="The first file is of"
        none="Choose an environment"
        options={places}
        value={typed.left}
        onChange={({ target }) => patch({ left: target.value })}
      />
      <SelectInput
        label="The second file is of"
        none="Choose an environment"
        options={places}
        value={typed.right}
        onChange={({ target }) => patch({ right: target.value })}
      />
      <SelectInput
        label="Service"
        none="All services there"
        options={names.services.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.service}
        help="Kept are the keys, and a salted hash of each value that differs. The files are not."
        onChange={({ target }) => patch({ service: target.value })}
      />
    </FormDialog>
  );
}
