import Button from '@mui/material/Button';
import { useState } from 'react';
import { useAsk } from '../../../api/useAsk.ts';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { FolderDialog } from './FolderDialog.tsx';
import { fileNameOf, inFolder } from './file-place.ts';
import styles from './CreateFields.module.css';

type PlaceFieldProps = {
  value: string;
  onChange: (path: string) => void;
  /** The host shows the dialog of the operating system. */
  fileDialog: boolean;
  error: string | undefined;
};

/** The path of a new file: typed, or its folder chosen. */
export function PlaceField({ value, onChange, fileDialog, error }: PlaceFieldProps) {
  const pickFile = useAsk('device.pickFile');
  const [choosing, setChoosing] = useState(false);

  async function choose(): Promise<void> {
    if (!fileDialog) {
      setChoosing(true);
      return;
    }
    const picked = await pickFile({
      title: 'Where the workspace goes',
      mode: 'save',
      extension: 'slipway',
      suggestedName: fileNameOf(value),
    });
    if (!picked.ok) showToast({ text: picked.error.message, tone: 'failed' });
    else if (picked.value.path !== null) onChange(picked.value.path);
  }

  return (
    <>
      <div className={styles['place']}>
        <TextInput
          label="File"
          help="One plain file. Copy or back it up like any other."
          mono
          width={620}
          dir="ltr"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          error={error}
        />
        <Button variant="outlined" onClick={() => void choose()}>
          Choose a folder
        </Button>
      </div>
      <FolderDialog
        open={choosing}
        title="Where the workspace goes"
        onClose={() => setChoosing(false)}
        onFolder={(folder) => {
          onChange(inFolder(folder, value));
          setChoosing(false);
        }}
      />
    </>
  );
}
