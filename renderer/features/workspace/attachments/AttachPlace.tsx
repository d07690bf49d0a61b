import { useRef } from 'react';
import Button from '@mui/material/Button';
import { Paperclip } from 'lucide-react';
import { Progress } from '../../../components/progress/Progress.tsx';
import type { Attach } from './use-attach.ts';
import styles from './attachments.module.css';

/** Where files are attached: a button, how far they have come, and why one was not taken. */
export function AttachPlace({ attach }: { attach: Attach }) {
  const input = useRef<HTMLInputElement>(null);
  const { sending, running, problems, take, choose, cancel } = attach;
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
      {sending && (
        <Progress
          id="attaching"
          what={`Attach ${sending.name}`}
          done={sending.sent}
          of={sending.size}
          onCancel={cancel}
        />
      )}
      <div className={styles['place']}>
        <Button
          size="small"
          startIcon={<Paperclip />}
          disabled={running}
          onClick={() => (choose === null ? input.current?.click() : void choose())}
        >
          Attach a file
        </Button>
        <span className={styles['note']}>or drop it here, up to 25 MB</span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files to attach"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // The same file chosen again must be told again.
            event.target.value = '';
            void take(files);
          }}
        />
      </div>
    </>
  );
}
