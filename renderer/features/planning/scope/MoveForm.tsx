import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import styles from './scope.module.css';

type MoveFormProps = {
  releaseId: string;
  name: string;
  move: (to: { id: string; name: string }, lateReason?: string) => Promise<CallError | null>;
  onDone: () => void;
};

/** Chooses the release an item goes to, among those that are open. */
export function MoveForm({ releaseId, name, move, onDone }: MoveFormProps) {
  const open = useProcedure('releases.list', { which: 'open', limit: 500 });
  const [chosen, setChosen] = useState('');
  const [refusal, setRefusal] = useState<string>();
  // Asked for once the release it goes to turns out to be frozen.
  const [late, setLate] = useState<string>();
  const [pending, setPending] = useState(false);
  const others = open.data?.releases.filter(({ id }) => id !== releaseId) ?? [];

  const send = async () => {
    const to = others.find(({ id }) => id === chosen);
    if (to === undefined) {
      setRefusal('Choose the release it goes to.');
      return;
    }
    setPending(true);
    const error = await move(to, late);
    setPending(false);
    if (error === null) onDone();
    else {
      setRefusal(error.message);
      if (error.fields?.['lateReason'] !== undefined) setLate((typed) => typed ?? '');
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  if (open.isError && open.data === undefined) {
    return <ErrorPanel {...errorParts('The open releases could not be read', open.error)} />;
  }
  if (open.isSuccess && others.length === 0) {
    return (
      <div className={styles['choice']}>
        <p>There is no other open release. Plan one first, then move {name} into it.</p>
        <Button variant="text" autoFocus onClick={onDone}>
          Close
        </Button>
      </div>
    );
  }
  return (
    <form
      aria-label={`Move ${name} to another release`}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <SelectInput
        autoFocus
        label="To the release"
        none="Choose a release"
        options={others.map((release) => ({
          value: release.id,
          label: `${release.name} (R-${release.number})`,
        }))}
        value={chosen}
        error={refusal}
        onChange={(event) => {
          setChosen(event.target.value);
          setRefusal(undefined);
        }}
      />
      {late !== undefined && (
        <TextInput
          label="Why it comes now, and who agreed"
          width={620}
          value={late}
          onChange={(event) => setLate(event.target.value)}
        />
      )}
      <div className={styles['choice']}>
        <Button type="submit" variant="contained" disabled={pending}>
          Move to this release
        </Button>
        <Button variant="text" onClick={onDone}>
          Cancel
        </Button>
      </div>
      <p className={styles['consequence']}>
        It keeps its history. Decisions that bind the scope of either release become stale.
      </p>
    </form>
  );
}
