import { useState } from 'react';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { ChoiceInput } from '../../../../components/form/ChoiceInput.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import { SkeletonText } from '../../../../components/Skeleton.tsx';
import type { ReleasePage } from '../release-page.ts';
import styles from './life.module.css';

type Ended = 'released' | 'rolled-back';

type CloseDialogProps = {
  page: ReleasePage;
  send: (outcome: Ended, note: string) => Promise<string | null>;
  onClose: () => void;
};

const outcomes = [
  { value: 'released', label: 'Released', note: 'it is in production' },
  { value: 'rolled-back', label: 'Rolled back', note: 'the version before it is in production' },
] as const;

/** Says how it ended; as long as something is missing, says what. */
export function CloseDialog({ page, send, onClose }: CloseDialogProps) {
  const asked = useProcedure('releases.closing', { id: page.release.id });
  const [picked, setPicked] = useState<Ended | null>(null);
  const [note, setNote] = useState('');
  const suggested = asked.data?.outcome === 'rolled-back' ? 'rolled-back' : 'released';
  const missing = asked.data?.missing ?? [];
  return (
    <FormDialog
      title="Close the release"
      action="Close the release"
      onSend={() => send(picked ?? suggested, note)}
      onClose={onClose}
    >
      {asked.isPending && <SkeletonText what="what is missing" lines={3} />}
      {asked.isError && (
        <ErrorPanel {...errorParts('What is missing could not be read', asked.error)} />
      )}
      {missing.length > 0 && (
        <>
          <p>Before it can be closed:</p>
          <ul className={styles['missing']}>
            {missing.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {asked.data !== undefined && missing.length === 0 && (
        <p>Nothing is missing. It stays readable and is not changed any more.</p>
      )}
      <ChoiceInput
        label="How it ended"
        choices={outcomes}
        value={picked ?? suggested}
        onPick={setPicked}
      />
      <TextArea
        optional
        label="What is to be said about it"
        rows={3}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
