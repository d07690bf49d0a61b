import styles from './comments.module.css';

/** How much of what was said is unread: a dot, the number and a word. Nothing when all is read. */
export function UnreadDot({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles['new']}>
      <span className={styles['dot']} aria-hidden />
      {count} new
    </span>
  );
}
