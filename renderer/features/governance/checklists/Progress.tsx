import styles from './checklists.module.css';

/** How many of how many are settled, as a bar and in words. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div className={styles['progress']}>
      <span className={styles['bar']}>
        <progress max={total} value={done} aria-label={label}>
          {done} of {total}
        </progress>
      </span>
      <span className={styles['count']}>
        {done} of {total} settled
      </span>
    </div>
  );
}
