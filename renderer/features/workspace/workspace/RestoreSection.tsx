import { useState } from 'react';
import Button from '@mui/material/Button';
import { History } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { BackupInside } from './BackupInside.tsx';
import { FolderDialog } from './FolderDialog.tsx';
import styles from './settings.module.css';

/** A look into a backup before it takes the place of what is open. */
export function RestoreSection({ zone }: { zone: string }) {
  const fileDialog = useProcedure('device.info', {}).data?.fileDialog ?? false;
  const pickFile = useAsk('device.pickFile');
  const [choosing, setChoosing] = useState(false);
  const [path, setPath] = useState<string | null>(null);
  const inspected = useProcedure(
    'workspace.inspectBackup',
    { path: path ?? '' },
    { enabled: path !== null },
  );

  async function choose(): Promise<void> {
    if (!fileDialog) {
      setChoosing(true);
      return;
    }
    const picked = await pickFile({
      title: 'Which backup',
      mode: 'open',
      extension: 'slipway',
      suggestedName: '',
    });
    if (picked.ok && picked.value.path !== null) setPath(picked.value.path);
  }

  return (
    <Section title="Restore">
      <Panel padded>
        <div className={styles['stack']}>
          <p className={styles['quiet']}>
            You see what is in a backup before anything changes, and what is open now is kept beside
            it first.
          </p>
          {inspected.isError && path !== null && (
            <ErrorPanel {...errorParts('The backup could not be read', inspected.error)} />
          )}
          {inspected.data !== undefined && path !== null && (
            <BackupInside inspected={inspected.data} zone={zone} onDone={() => setPath(null)} />
          )}
          <div>
            <Button startIcon={<History />} onClick={() => void choose()}>
              Look into a backup…
            </Button>
          </div>
        </div>
      </Panel>
      <FolderDialog
        open={choosing}
        title="Which backup"
        onClose={() => setChoosing(false)}
        onFile={(chosen) => {
          setPath(chosen);
          setChoosing(false);
        }}
      />
    </Section>
  );
}
