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
      aria-label={`Comments and attachments of ${name}${words === '' ? '' : `: ${words}`}`}
      title={words === '' ? 'Comments and attachments' : words}
      onClick={onToggle}
    >
      {count === undefined ? (
        <MessageSquare size={14} aria-hidden />
      ) : (
        <AttachedNumbers count={count} />
      )}
    </button>
  );
}
