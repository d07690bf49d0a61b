import { useId, useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Input } from '#shared/contract/index.ts';
import type { PublishState } from '#shared/model/planning/calendar-files.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { FolderDialog } from '../../workspace/workspace/index.ts';
import { HowToSubscribe } from './HowToSubscribe.tsx';
import { PublishStanding } from './PublishStanding.tsx';
import styles from './calendar-files.module.css';

/** Where the calendar goes at each change, and how people subscribe to it. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const publishing = useProcedure('calendar.publishing', {});
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>Publish the calendar to a folder</DialogTitle>
      {publishing.data === undefined ? (
        <DialogContent>
          {publishing.isError ? (
            <ErrorPanel
              {...errorParts('How the calendar is published could not be read', publishing.error)}
              onRetry={() => void publishing.refetch()}
            />
          ) : (
            <SkeletonRows what="the published calendar" rows={3} />
          )}
        </DialogContent>
      ) : (
        <PublishFields state={publishing.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function PublishFields({ state, onClose }: { state: PublishState; onClose: () => void }) {
  const [folder, setFolder] = useState(state.folder ?? '');
  const [windows, setWindows] = useState(state.windows);
  const [viewId, setViewId] = useState(state.viewId ?? '');
  const [choosing, setChoosing] = useState(false);
  const views = useProcedure('views.list', { screen: 'releases' }).data ?? [];
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const fileDialog = useProcedure('device.info', {}).data?.fileDialog ?? false;
  const pickFile = useAsk('device.pickFile');
  const publish = useCommand('calendar.publish');
  const fields = publish.error?.fields ?? {};

  async function choose(): Promise<void> {
    if (!fileDialog) {
      setChoosing(true);
      return;
    }
    const picked = await pickFile({
      title: 'Where the calendar is published',
      mode: 'save',
      extension: 'ics',
      suggestedName: state.fileName,
    });
    if (!picked.ok) showToast({ text: picked.error.message, tone: 'failed' });
    // The dialog of the system gives a file; the folder it lies in is what is meant.
    else if (picked.value.path !== null) setFolder(picked.value.path.replace(/[\\/][^\\/]*$/, ''));
  }

  async function send(input: Input<'calendar.publish'>): Promise<void> {
    const answer = await publish.run(input);
    if (!answer.ok) return;
    if (answer.value.folder === null) {
      showToast({ text: 'The calendar is no longer published. The file that is there stays' });
      onClose();
    } else if (answer.value.failed === null) {
      showToast({ text: `Published ${answer.value.fileName}` });
    }
  }

  return (
    <>
      <DialogContent className={styles['fields']}>
        {state.folder !== null && <PublishStanding state={state} zone={zone} />}
        <div className={styles['beside']}>
          <TextInput
            label="Folder"
            help={`“${state.fileName}” is written there after each change, by this device while the workspace is open.`}
            mono
            width={2400}
            dir="ltr"
            spellCheck={false}
            value={folder}
            error={fields['folder']}
            onChange={({ target }) => setFolder(target.value)}
          />
          <Button onClick={() => void choose()}>Choose a folder…</Button>
        </div>
        <SelectInput
          label="Deployments of"
          width={320}
          none="All releases"
          options={views.map((view) => ({ value: view.id, label: view.name }))}
          value={viewId}
          error={fields['viewId']}
          help="Saved views of the releases narrow what is published."
          onChange={({ target }) => setViewId(target.value)}
        />
        <CheckboxInput
          label="Windows too"
          help="Freezes, maintenance and the like, with how they come again."
          checked={windows}
          onChange={({ target }) => setWindows(target.checked)}
        />
        <HowToSubscribe />
        {publish.error !== null && (
          <p className={styles['refusal']} role="alert">
            {publish.error.message}
          </p>
        )}
      </DialogContent>
      <DialogActions>
        {state.folder !== null && (
          <Button disabled={publish.pending} onClick={() => void send({ folder: null })}>
            Stop publishing
          </Button>
        )}
        <Button variant="text" onClick={onClose}>
          Close
        </Button>
        <Button
          variant="contained"
          loading={publish.pending}
          disabled={folder.trim() === ''}
          onClick={() => void send({ folder, windows, viewId: viewId === '' ? null : viewId })}
        >
          Publish
        </Button>
      </DialogActions>
      <FolderDialog
        open={choosing}
        title="Where the calendar is published"
        onClose={() => setChoosing(false)}
        onFolder={(chosen) => {
          setFolder(chosen);
          setChoosing(false);
        }}
      />
    </>
  );
}
