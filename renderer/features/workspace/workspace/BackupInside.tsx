import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import styles from './settings.module.css';
import { numberText } from '../../../components/number-text.ts';

type BackupInsideProps = {
  inspected: Output<'workspace.inspectBackup'>;
  zone: string;
  onDone: () => void;
};

/** What a backup holds, and the button that restores it where it can be. */
export function BackupInside({ inspected, zone, onDone }: BackupInsideProps) {
  const now = useNow();
  const restore = useCommand('workspace.restore');
  const [asking, setAsking] = useState(false);
  const { path, name, newestAt, entries, releases, people, obstacle } = inspected;

  async function run(): Promise<void> {
    setAsking(false);
    const answer = await restore.run({ path });
    if (!answer.ok) return;
    showToast({ text: `Restored. What was open before is ${answer.value.before}` });
    onDone();
  }

  return (
    <div role="group" aria-label="In the backup" className={styles['stack']}>
      <bdi dir="ltr" className={styles['mono']}>
        {path}
      </bdi>
      <Facts
        facts={[
          { name: 'Workspace', value: <bdi>{name}</bdi> },
          {
            name: 'Newest change',
            value:
              newestAt === null ? 'none' : <When at={newestAt} zone={zone} now={now} relative />,
          },
          {
            name: 'Holds',
            value: held(
              [releases, 'release', 'releases'],
              [people, 'person', 'people'],
              [entries, 'change', 'changes'],
            ),
          },
        ]}
      />
      {restore.error && <ErrorPanel {...errorParts('It was not restored', restore.error)} />}
      {obstacle === null ? (
        <div>
          <Button loading={restore.pending} onClick={() => setAsking(true)}>
            Restore this backup…
          </Button>
        </div>
      ) : (
        <p role="alert" className={styles['quiet']}>
          {obstacle}
        </p>
      )}
      <ConfirmDialog
        open={asking}
        title="Restore this backup"
        action="Restore it"
        onConfirm={() => void run()}
        onClose={() => setAsking(false)}
      >
        Every window goes back to what is in the backup. What is open now is kept beside it under a
        name of its own, and can be restored the same way.
      </ConfirmDialog>
    </div>
  );
}

/** `51 releases, 8 people, 3,712 changes` */
function held(...counts: (readonly [number, string, string])[]): string {
  return counts
    .map(([count, one, more]) => `${numberText(count)} ${count === 1 ? one : more}`)
    .join(', ');
}
