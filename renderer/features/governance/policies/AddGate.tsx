import { useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './policies.module.css';

/** Adds a gate the policy knows but does not ask for here. */
export function AddGate({ page }: { page: ReleasePage }) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useProcedure('policies.terms', { releaseId: page.release.id });
  if (data === undefined || data.addable.length === 0) return null;
  return (
    <div className={styles['addGate']}>
      <Button startIcon={<Plus />} onClick={() => setOpen(true)}>
        Add a gate
      </Button>
      {isOpen && <AddGateForm page={page} gates={data.addable} onClose={() => setOpen(false)} />}
    </div>
  );
}

type AddGateFormProps = {
  page: ReleasePage;
  gates: readonly { key: string; name: string; why: string }[];
  onClose: () => void;
};

function AddGateForm({ page, gates, onClose }: AddGateFormProps) {
  const [key, setKey] = useState(gates[0]?.key ?? '');
  const [why, setWhy] = useState('');
  const { run } = useCommand('policies.addGate');
  const chosen = gates.find((gate) => gate.key === key);
  const send = async () => {
    const answer = await run({ releaseId: page.release.id, key, why });
    if (!answer.ok)
      return answer.error.fields?.['why'] ? 'Say why this release needs it.' : answer.error.message;
    showToast({ text: `“${chosen?.name ?? key}” added`, undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog title="Add a gate" action="Add" onSend={send} onClose={onClose}>
      <SelectInput
        label="Gate"
        value={key}
        options={gates.map((gate) => ({ value: gate.key, label: gate.name }))}
        onChange={(event) => setKey(event.target.value)}
        help={<bdi>{chosen?.why}</bdi>}
      />
      <TextArea
        label="Why this release needs it"
        rows={2}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <p className={styles['quiet']}>
        The policy does not ask for it here. It counts like every other gate until it is taken off.
      </p>
    </FormDialog>
  );
}
