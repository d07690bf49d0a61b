import { MessageSquare, Paperclip } from 'lucide-react';
import { UnreadDot } from '../comments/index.ts';
import { countInWords } from './use-attached-counts.ts';
import type { AttachedCount } from './use-attached-counts.ts';
import styles from './attachments.module.css';

/** How much is said about a row and attached to it; nothing where there is nothing. */
export function AttachedMark({ count }: { count: AttachedCount | undefined }) {
  const words = countInWords(count);
  if (count === undefined || words === '') return null;
  return (
    <span className={styles['mark']} role="img" aria-label={words} title={words}>
      <AttachedNumbers count={count} />
    </span>
  );
}

/** The numbers by their signs; whoever shows them says them in words too. */
export function AttachedNumbers({ count }: { count: AttachedCount }) {
  const { unread, comments, files } = count;
  return (
    <>
      <UnreadDot count={unread} />
      {comments > 0 && (
        <>
          <MessageSquare size={14} aria-hidden />
          {comments}
        </>
      )}
      {files > 0 && (
        <>
          <Paperclip size={14} aria-hidden />
          {files}
        </>
      )}
    </>
  );
}
