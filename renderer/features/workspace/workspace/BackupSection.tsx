import Button from '@mui/material/Button';
import { Copy, DatabaseBackup } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { useCopied } from '../../../components/use-copied.ts';
import styles from './settings.module.css';
import { sizeInWords } from './size-words.ts';

/** Where the file lies, and a checked copy of it. */
export function BackupSection({ path }: { path: string }) {
  const backup = useCommand('workspace.backup');
  const [made, setMade] = useState<Output<'workspace.backup'> | null>(null);
  const [copied, copy] = useCopied();

  async function run(): Promise<void> {
    setMade(null);
    const result = await backup.run({});
    if (result.ok) setMade(result.value);
  }

  return (
    <Section title="File">
      <Panel padded>
        <div className={styles['stack']}>
          <p className={styles['path']}>
            <bdi dir="ltr">{path}</bdi>
            <Button variant="text" startIcon={<Copy />} onClick={() => copy(path)}>
              {copied === 'copied' ? 'Copied' : 'Copy the path'}
            </Button>
          </p>
          <p className={styles['quiet']}>
            A backup is a complete copy beside it, made while you work and checked before it counts.
            Tokens are not in it.
          </p>
          {backup.error && (
            <ErrorPanel
              {...errorParts('The backup was not made', backup.error)}
              onRetry={() => void run()}
            />
          )}
          {made && (
            <div role="status" className={styles['result']}>
              <Status
                kind="passed"
                variant="plain"
                label={`Backed up, ${sizeInWords(made.bytes)}`}
              />
              <bdi dir="ltr" className={styles['mono']}>
                {made.path}
              </bdi>
            </div>
          )}
          <div>
            <Button
              startIcon={<DatabaseBackup />}
              loading={backup.pending}
              loadingPosition="start"
              onClick={() => void run()}
            >
              Back up now
            </Button>
          </div>
        </div>
      </Panel>
    </Section>
  );
}
