import Button from '@mui/material/Button';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import styles from './settings.module.css';
import { numberText } from '../../../components/number-text.ts';

type Verified = Output<'workspace.verify'>;

/** Proves that the journal is whole and that the rows are what it says. */
export function VerifySection() {
  const verify = useAsk('workspace.verify');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [verified, setVerified] = useState<Verified | null>(null);

  async function run(): Promise<void> {
    setPending(true);
    setError(null);
    setVerified(null);
    const result = await verify({});
    setPending(false);
    if (result.ok) setVerified(result.value);
    else setError(result.error);
  }

  return (
    <Section title="Journal">
      <Panel padded>
        <div className={styles['stack']}>
          <p className={styles['quiet']}>
            Every change is an entry chained to the one before by its SHA-256 digest. Verifying
            reads the whole file: the chain, and every row against it.
          </p>
          {error && (
            <ErrorPanel
              {...errorParts('The file could not be verified', error)}
              onRetry={() => void run()}
            />
          )}
          {verified && <Verdict verified={verified} />}
          <div>
            <Button
              startIcon={<ShieldCheck />}
              loading={pending}
              loadingPosition="start"
              onClick={() => void run()}
            >
              Verify
            </Button>
          </div>
        </div>
      </Panel>
    </Section>
  );
}

function Verdict({ verified }: { verified: Verified }) {
  const { ok, entries, head, findings } = verified;
  const count = `${numberText(entries)} ${entries === 1 ? 'entry' : 'entries'}`;
  if (ok) {
    return (
      <div role="status" className={styles['result']}>
        <Status kind="passed" variant="plain" label={`Whole: ${count}, every row as recorded`} />
        {head !== null && (
          <span>
            Head <span className={styles['mono']}>{head}</span>
          </span>
        )}
      </div>
    );
  }
  return (
    <div role="alert" className={styles['result']}>
      <Status kind="failed" variant="plain" label={`Not as recorded: ${findings.length} found`} />
      <p className={styles['quiet']}>
        Somebody or something changed the file outside Slipway, or the disk damaged it. Keep this
        file, and go on with the last backup that verifies.
      </p>
      <ul className={styles['findings']}>
        {findings.map(({ where, what }, index) => (
          <li key={`${where} ${index}`}>
            <span className={styles['mono']}>{where}</span>: {what}
          </li>
        ))}
      </ul>
    </div>
  );
}
