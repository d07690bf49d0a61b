import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import Button from '@mui/material/Button';
import { FileSpreadsheet } from 'lucide-react';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Progress } from '../../../components/progress/Progress.tsx';
import { Section } from '../../../components/Section.tsx';
import type { Pasted } from '../../../state/pasted.ts';
import styles from './imports.module.css';
import { RememberedSheets } from './RememberedSheets.tsx';
import type { Source } from './use-import.ts';
import { useSheetFile } from './use-sheet-file.ts';

type SourceStepProps = { pasted: Pasted; onOpen: (source: Source) => void };

/** Where a sheet is chosen, dropped or pasted. Nothing of it is written here. */
export function SourceStep({ pasted, onOpen }: SourceStepProps) {
  return (
    <div className={styles['source']}>
      <p className={styles['lead']}>
        A sheet of releases, of windows and freezes, or of people. You see what would become of each
        row before anything is written, and one undo takes all of it back.
      </p>
      <Section title="From a file">
        <FilePart onOpen={onOpen} />
      </Section>
      <Section title="Or pasted">
        <Panel padded>
          <PastePart pasted={pasted} onOpen={onOpen} />
        </Panel>
      </Section>
      <RememberedSheets />
    </div>
  );
}

function FilePart({ onOpen }: { onOpen: (source: Source) => void }) {
  const file = useSheetFile(onOpen);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined) void file.take(dropped);
  };
  return (
    <div
      className={`${styles['drop']} ${over ? styles['over'] : ''}`}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Sheet"
        accept=".xlsx,.csv,.tsv,.txt"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) void file.take(chosen);
          // The same file, mended meanwhile, can be chosen again.
          target.value = '';
        }}
      />
      <Button
        startIcon={<FileSpreadsheet />}
        loading={file.sending !== null}
        loadingPosition="start"
        onClick={() => (file.choose === null ? input.current?.click() : void file.choose())}
      >
        Choose a file…
      </Button>
      <p className={styles['quiet']}>
        XLSX or CSV, or drop it here. Formulas count by the value they had when it was saved.
      </p>
      {file.sending !== null && (
        <Progress
          id="sending"
          what={`Send ${file.sending.name} to Slipway`}
          done={file.sending.sent}
          of={file.sending.size}
          onCancel={file.cancel}
        />
      )}
      {file.refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {file.refusal}
        </p>
      )}
    </div>
  );
}

function PastePart({ pasted, onOpen }: SourceStepProps) {
  const empty = pasted.text.trim() === '';
  const read = () => {
    if (!empty) onOpen({ text: pasted.text });
  };
  return (
    <form
      className={styles['paste']}
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <TextArea
        rows={6}
        width={2400}
        label="Table"
        help="Copy the cells with their headings in the spreadsheet and paste them here."
        placeholder={'Release\tType\tOwner\tPlanned start\tTime'}
        value={pasted.text}
        onChange={(event) => pasted.type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          read();
        }}
      />
      <div>
        <Button type="submit" variant="contained" disabled={empty}>
          Read the table
        </Button>
      </div>
    </form>
  );
}
