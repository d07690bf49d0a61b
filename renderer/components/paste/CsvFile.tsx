import { useRef, useState } from 'react';
import Button from '@mui/material/Button';
import { FileUp } from 'lucide-react';
import { readTextFile } from './read-text-file.ts';
import styles from './paste.module.css';

/** Reads a file of the device as text, in the page: it goes nowhere before it is looked at. */
export function CsvFile({ onText }: { onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const answer = await readTextFile(file);
    setRefusal(answer.ok ? null : answer.reason);
    if (answer.ok) onText(answer.text);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="CSV file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={({ target }) => {
          void read(target.files?.[0]);
          // The same file, mended meanwhile, can be chosen again.
          target.value = '';
        }}
      />
      <Button startIcon={<FileUp />} onClick={() => input.current?.click()}>
        Choose a CSV file…
      </Button>
      {refusal !== null && (
        <p className={styles['fileRefusal']} role="alert">
          {refusal}
        </p>
      )}
    </>
  );
}
