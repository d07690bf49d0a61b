import { useState } from 'react';
import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './controls.module.css';

type ProveControlProps = { control: ReleaseControl; page: ReleasePage; onClose: () => void };

/** A link or words that prove a control for this release, by somebody who stands for them. */
export function ProveControl({ control, page, onClose }: ProveControlProps) {
  const add = useCommand('gates.addEvidence');
  const [typed, setTyped] = useState({ url: '', note: '' });
  const patch = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const send = async () => {
    const url = typed.url.trim();
    const note = typed.note.trim();
    if (url === '' && note === '') return 'Give an address, or say in words what proves it.';
    const answer = await add.run({
      ...{ releaseId: page.release.id, title: `${control.key} ${control.name}`.slice(0, 200) },
      ...(url === '' ? {} : { url }),
      ...(note === '' ? {} : { note }),
      controlKeys: [control.key],
    });
    if (!answer.ok) return answer.error.message;
    showToast({ text: `Evidence for ${control.key} added` });
    return null;
  };
  return (
    <FormDialog
      title={`What proves ${control.key}?`}
      action="Add the evidence"
      onSend={send}
      onClose={onClose}
    >
      <p className={styles['quiet']} dir="auto">
        {control.proof || control.name}
      </p>
      <TextInput
        autoFocus
        label="Address"
        optional
        placeholder="https://"
        value={typed.url}
        onChange={(event) => patch({ url: event.target.value })}
      />
      <TextArea
        label="In words"
        optional
        rows={3}
        help="The record keeps it with your name and the time. A report file is added at its gate."
        value={typed.note}
        onChange={(event) => patch({ note: event.target.value })}
      />
    </FormDialog>
  );
}
