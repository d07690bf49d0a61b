import { useId, useRef, useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { FileUp } from 'lucide-react';
import { Segmented } from '../../../components/form/Segmented.tsx';
import styles from './calendar-files.module.css';
import type { Choices } from './ImportChoices.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { useIcsFile } from './use-ics-file.ts';

const takenAs = [
  { value: 'windows', label: 'Windows' },
  { value: 'holidays', label: 'Days off' },
] as const;

/** A calendar file, looked at event by event before any of it is written. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const ics = useIcsFile();
  const [choices, setChoices] = useState<Choices>({ as: 'windows' });
  const change = (changed: Partial<Choices>) => setChoices((all) => ({ ...all, ...changed }));
  const choose = () => (ics.take === null ? void ics.pick() : input.current?.click());
  const { file, sent, problem } = ics;
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>Import a calendar file</DialogTitle>
      <DialogContent className={styles['fields']}>
        <div className={styles['source']}>
          <Button startIcon={<FileUp />} loading={sent !== null} onClick={choose}>
            {file === null ? 'Choose an .ics file…' : 'Choose another…'}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label="Calendar file to import"
            accept=".ics,.ical,text/calendar"
            onChange={({ target }) => {
              const chosen = target.files?.[0];
              // The same file, mended meanwhile, can be chosen again.
              target.value = '';
              if (chosen !== undefined) void ics.take?.(chosen);
            }}
          />
          {file !== null && (
            <bdi className={styles['fileName']} title={file.name}>
              {file.name}
            </bdi>
          )}
          <Segmented
            label="Take its events as"
            choices={takenAs}
            value={choices.as ?? 'windows'}
            onPick={(as) => change({ as })}
          />
        </div>
        {problem !== null && (
          <p className={styles['refusal']} role="alert">
            {problem}
          </p>
        )}
        {file === null && (
          <p className={styles['quiet']}>
            Freezes, maintenance and holidays as other calendars export them. You see what each
            event becomes before anything is written; importing the file again later changes what
            changed.
          </p>
        )}
      </DialogContent>
      {file === null ? (
        <DialogActions>
          <Button variant="text" onClick={onClose}>
            Cancel
          </Button>
        </DialogActions>
      ) : (
        <ImportPreview
          key={JSON.stringify(file.source)}
          source={file.source}
          choices={choices}
          onChoose={change}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
