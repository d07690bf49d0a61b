import { useState } from 'react';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import { TextInput } from '../../../../components/form/TextInput.tsx';
import type { Bring } from './use-bring.ts';

type BringLinkProps = { what: 'link' | 'note'; onAdd: Bring['add']; onClose: () => void };

/** Evidence that lies elsewhere, or that somebody stands for with their name. */
export function BringLink({ what, onAdd, onClose }: BringLinkProps) {
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const isLink = what === 'link';
  const send = () => onAdd({ ...(isLink && { url }), title, note });
  return (
    <FormDialog
      title={isLink ? 'Add a link as evidence' : 'Add a note as evidence'}
      action={isLink ? 'Add the link' : 'Add the note'}
      onSend={send}
      onClose={onClose}
    >
      {isLink && (
        <TextInput
          autoFocus
          label="Address"
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      )}
      <TextInput
        label="Title"
        optional
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        autoFocus={!isLink}
        label="Note"
        optional={isLink}
        rows={3}
        help="The record keeps it with your name and the time."
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
