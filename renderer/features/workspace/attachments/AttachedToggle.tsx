import { MessageSquare } from 'lucide-react';
import { AttachedNumbers } from './AttachedMark.tsx';
import { countInWords } from './use-attached-counts.ts';
import type { AttachedCount } from './use-attached-counts.ts';
import styles from './attachments.module.css';

type AttachedToggleProps = {
  /** What the thing is called, for screen readers. */
  name: string;
  count: AttachedCount | undefined;
  open: boolean;
  onToggle: () => void;
};

/** Opens what is said about a row and attached to it; says how much of it there is. */
export function AttachedToggle({ name, count, open, onToggle }: AttachedToggleProps) {
  const words = countInWords(count);
  return (
    <button
      type="button"
      className={`${styles['toggle']} ${words === '' && !open ? styles['empty'] : ''}`}
      aria-expanded={open}
      title={words === '' ? 'Comments and attachments' : words}
      onClick={onToggle}
    >
      <span className="visually-hidden">
        {`Comments and attachments of ${name}${words === '' ? '' : `: ${words}`}`}
      </span>
      {count === undefined ? (
        <MessageSquare size={14} aria-hidden />
      ) : (
        <span className={styles['mark']} aria-hidden>
          <AttachedNumbers count={count} />
        </span>
      )}
    </button>
  );
}
