import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Output } from '#shared/contract/index.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { actionWords, doneWords } from './import-words.ts';
import type { Preview } from './import-words.ts';
import styles from './imports.module.css';
import type { SheetImport } from './use-import.ts';

type ApplyButtonProps = {
  sheet: SheetImport;
  preview: Preview;
  onDone: (done: Output<'imports.apply'>) => void;
};

const mostNamed = 5;

/** Writes what is shown; rows that are refused are left out only after somebody said so. */
export function ApplyButton({ sheet, preview, onDone }: ApplyButtonProps) {
  const apply = useCommand('imports.apply');
  const [asking, setAsking] = useState(false);
  const { source, asked } = sheet;
  const { counts, rows } = preview;
  const refused = rows.filter(({ state }) => state === 'refused');
  /** Null when it is done, else why not. */
  const write = async (): Promise<string | null> => {
    if (source === null) return null;
    const { digest } = preview;
    const answer = await apply.run({
      ...{ source, ...asked, digest },
      leaveOutRefused: counts.refused > 0,
    });
    if (!answer.ok) return answer.error.message;
    showToast({ text: doneWords(answer.value), undo: undoOf(answer) });
    onDone(answer.value);
    return null;
  };
  const start = async () => {
    if (counts.refused > 0) {
      setAsking(true);
      return;
    }
    const refusal = await write();
    if (refusal === null) return;
    showToast({ text: refusal, tone: 'failed' });
    // Somebody changed something meanwhile: the rows say what is so now.
    sheet.again();
  };
  const words = actionWords(preview);
  return (
    <>
      <Button
        variant="contained"
        loading={apply.pending && !asking}
        disabled={preview.inTheWay !== null || sheet.reading || apply.pending}
        onClick={() => void start()}
      >
        {words}
      </Button>
      {asking && (
        <FormDialog
          title={
            counts.refused === 1
              ? 'One row is left out'
              : `${counts.refused.toLocaleString('en')} rows are left out`
          }
          action={words}
          onSend={write}
          onClose={() => setAsking(false)}
        >
          <p className={styles['text']}>
            They are refused, and nothing of them is written. Correct them in the sheet and bring it
            again: what is here by then stays as it is.
          </p>
          <ul className={styles['list']}>
            {refused.slice(0, mostNamed).map(({ line, name, reason }) => (
              <li key={line}>
                Row {line}, <bdi>{name}</bdi>: {reason}
              </li>
            ))}
            {refused.length > mostNamed && (
              <li>And {(refused.length - mostNamed).toLocaleString('en')} more.</li>
            )}
          </ul>
        </FormDialog>
      )}
    </>
  );
}
