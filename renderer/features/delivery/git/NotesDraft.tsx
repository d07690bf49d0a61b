import { useMemo } from 'react';
import Button from '@mui/material/Button';
import { Copy, Download } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import type { RangeRow } from '#shared/model/delivery/git.ts';
import { releaseNotes } from '#shared/rules/delivery/git/notes.ts';
import { safeFileName } from '#shared/rules/workspace/attachment-names.ts';
import { saveFile } from '../../../components/save-file.ts';
import { useCopied } from '../../../components/use-copied.ts';
import styles from './git.module.css';

type NotesDraftProps = {
  title: string;
  range: Output<'git.range'>;
  /** Rows that are told of. */
  rows: readonly RangeRow[];
};

/** A draft of release notes of what was chosen and what is in the scope already. */
export function NotesDraft({ title, range, rows }: NotesDraftProps) {
  const [state, copy] = useCopied();
  const { from, to } = range;
  const notes = useMemo(
    () => releaseNotes(rows, { title, from: from?.name ?? null, to: to.name }),
    [rows, title, from, to],
  );
  return (
    <>
      <div className={styles['over']}>
        <p className={styles['count']}>
          Markdown, in the words of the commits; what was left out is not told.
        </p>
        <span className={styles['buttons']}>
          <Button size="small" startIcon={<Copy />} onClick={() => copy(notes)}>
            {state === 'copied' ? 'Copied' : 'Copy'}
          </Button>
          <Button
            size="small"
            startIcon={<Download />}
            onClick={() =>
              saveFile(safeFileName(`${title} release notes.md`), 'text/markdown', notes)
            }
          >
            Save as a file
          </Button>
        </span>
      </div>
      {state === 'refused' && (
        <p className={styles['refusal']} role="alert">
          The browser refused the clipboard; select the text instead, or save it.
        </p>
      )}
      <pre className={styles['notes']} aria-label="Draft of the release notes" tabIndex={0}>
        {notes}
      </pre>
    </>
  );
}
