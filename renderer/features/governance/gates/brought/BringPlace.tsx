import { useRef, useState } from 'react';
import Button from '@mui/material/Button';
import { FilePlus2, Link2, StickyNote } from 'lucide-react';
import type { ReportKind } from '#shared/model/governance/evidence.ts';
import { listed } from '#shared/rules/governance/gate-outcome.ts';
import { evidenceKindNames } from '#shared/rules/governance/evidence/evidence-words.ts';
import { Progress } from '../../../../components/progress/Progress.tsx';
import type { Bring } from './use-bring.ts';
import { BringLink } from './BringLink.tsx';
import styles from './brought.module.css';

type BringPlaceProps = { bring: Bring; reads: readonly ReportKind[] };

/** Where evidence is added: a file by choosing or dropping it, a link, words. */
export function BringPlace({ bring, reads }: BringPlaceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<'link' | 'note' | null>(null);
  const { sending, running, problems, take, choose, cancel } = bring;
  const names = reads.map((kind) => evidenceKindNames[kind]);
  return (
    <>
      {problems.length > 0 && (
        <ul className={styles['problems']} role="alert">
          {problems.map((problem, index) => (
            <li key={index}>
              <bdi>{problem}</bdi>
            </li>
          ))}
        </ul>
      )}
      {sending !== null && (
        <Progress
          id="evidence"
          what={`Add ${sending.name}`}
          done={sending.sent}
          of={sending.size}
          onCancel={cancel}
        />
      )}
      <div className={styles['place']}>
        <Button
          size="small"
          startIcon={<FilePlus2 />}
          disabled={running}
          onClick={() => (choose === null ? input.current?.click() : void choose())}
        >
          Add evidence
        </Button>
        <Button
          size="small"
          variant="text"
          startIcon={<Link2 />}
          disabled={running}
          onClick={() => setOpen('link')}
        >
          Link
        </Button>
        <Button
          size="small"
          variant="text"
          startIcon={<StickyNote />}
          disabled={running}
          onClick={() => setOpen('note')}
        >
          Note
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files of evidence"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void take(files);
          }}
        />
      </div>
      <p className={styles['hint']}>
        {names.length === 0
          ? 'Or drop a file here. It is kept with its digest.'
          : `Or drop a file here. ${listed(names, 'and')} ${names.length === 1 ? 'is' : 'are'} read; other files are kept.`}
      </p>
      {open !== null && <BringLink what={open} onAdd={bring.add} onClose={() => setOpen(null)} />}
    </>
  );
}
