import Button from '@mui/material/Button';
import { Copy } from 'lucide-react';
import type { PublishState } from '#shared/model/planning/calendar-files.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Status } from '../../../components/Status.tsx';
import { numberText } from '../../../components/number-text.ts';
import { useCopied } from '../../../components/use-copied.ts';
import { whenText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import styles from './calendar-files.module.css';

/** How publishing goes: the file with its path, when it was written, or why it was not. */
export function PublishStanding({ state, zone }: { state: PublishState; zone: string }) {
  const now = useNow();
  const retry = useCommand('calendar.publishDue');
  const [copied, copy] = useCopied();
  const { folder, written, failed } = state;
  const path = written?.path ?? folder ?? '';
  return (
    <div className={styles['stack']} role="status">
      {failed !== null && (
        <ErrorPanel
          what={`The calendar was not written ${whenText(failed.at, zone, now)}`}
          why={failed.message}
          onRetry={() => void retry.run({})}
        />
      )}
      {failed === null && written !== null && (
        <Status
          kind="passed"
          variant="plain"
          label={`Written ${whenText(written.at, zone, now)}, ${numberText(written.events)} ${written.events === 1 ? 'event' : 'events'}`}
        />
      )}
      <p className={styles['path']}>
        <bdi dir="ltr">{path}</bdi>
        <Button variant="text" startIcon={<Copy />} onClick={() => copy(path)}>
          {copied === 'copied' ? 'Copied' : 'Copy the path'}
        </Button>
      </p>
    </div>
  );
}
