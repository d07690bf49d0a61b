import { useState } from 'react';
import Button from '@mui/material/Button';
import type { GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { askedInWords } from './seats.ts';
import styles from './approvals.module.css';

type AskFormProps = { gate: GateView; page: ReleasePage; onDone: () => void };

/** Asks those whose seats are open for their decision, with a note and the day it is needed by. */
export function AskForm({ gate, page, onDone }: AskFormProps) {
  const ask = useCommand('approvals.request');
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState(gate.request?.dueOn ?? gate.dueOn ?? '');
  const asked = askedInWords(gate, page.names);
  const send = async () => {
    const answer = await ask.run({
      gateId: gate.id,
      note: note.trim(),
      dueOn: dueOn === '' ? undefined : dueOn,
    });
    if (!answer.ok) return;
    showToast({ text: `Asked ${asked}` });
    onDone();
  };
  const names = [...new Set(gate.seats.flatMap(({ askedIds }) => askedIds))]
    .filter((id) => id !== page.actingId)
    .map((id) => page.names.person(id));
  return (
    <form
      className={styles['form']}
      aria-label={`Ask for a decision on ${gate.name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <TextArea
        autoFocus
        optional
        rows={2}
        label={`Note for ${asked}`}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <DateInput
        optional
        label="Needed by"
        help="The end of that day. Whoever is asked sees it on Today, and can be reminded before."
        value={dueOn}
        error={ask.error?.fields?.['dueOn']}
        onChange={(event) => setDueOn(event.target.value)}
      />
      {ask.error !== null && (
        <p className={styles['refusal']} role="alert">
          {ask.error.message}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" variant="contained" color="primary" disabled={ask.pending}>
          Ask {asked}
        </Button>
        <Button variant="text" onClick={onDone}>
          Cancel
        </Button>
      </div>
      <p className={styles['starts']}>
        {names.length > 0 && (
          <>
            It waits on the Today of <bdi>{names.join(', ')}</bdi>.{' '}
          </>
        )}
        It is recorded that you asked. Whoever asks for a decision cannot give it.
      </p>
    </form>
  );
}
