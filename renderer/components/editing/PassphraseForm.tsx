import Button from '@mui/material/Button';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import { TextInput } from '../form/TextInput.tsx';
import styles from './editing.module.css';

type PassphraseFormProps = {
  /** Begins an encrypted file, so that the passphrase is typed twice; otherwise opens the one there is. */
  starts: boolean;
  /** Answers null when it was taken. */
  submit: (passphrase: string) => Promise<CallError | null>;
};

/**
 * Asks for the passphrase of the tokens' file. No form element: it may stand inside one, and a
 * password manager must not take it for a sign-in.
 */
export function PassphraseForm({ starts, submit }: PassphraseFormProps) {
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [pending, setPending] = useState(false);

  async function send(): Promise<void> {
    if (starts && typed !== again) {
      setRefusal('The two passphrases differ. Type the same one twice.');
      return;
    }
    setPending(true);
    const error = await submit(typed);
    setPending(false);
    setRefusal(error?.fields?.['passphrase'] ?? error?.message);
    if (error !== null) return;
    setTyped('');
    setAgain('');
  }

  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void send();
  };
  return (
    <div className={styles['passphrase']} onKeyDown={sendOnEnter}>
      <TextInput
        label="Passphrase"
        type="password"
        help={
          starts
            ? 'At least 8 characters. Nobody can recover it; without it tokens have to be typed again.'
            : undefined
        }
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={refusal}
      />
      {starts && (
        <TextInput
          label="The same passphrase again"
          type="password"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      )}
      <Button loading={pending} disabled={typed === ''} onClick={() => void send()}>
        {starts ? 'Keep tokens in an encrypted file' : 'Unlock'}
      </Button>
    </div>
  );
}
