import Button from '@mui/material/Button';
import { numberText } from './number-text.ts';
import styles from './PageTurner.module.css';

type PageTurnerProps = {
  /** What is turned: `runs`. */
  what: string;
  /** Counted from 0, the newest first. */
  page: number;
  pageSize: number;
  total: number;
  onTurn: (page: number) => void;
};

/** Which of many rows are shown, and the way to those before and after; nothing where all are. */
export function PageTurner({ what, page, pageSize, total, onTurn }: PageTurnerProps) {
  if (total <= pageSize) return null;
  const end = (page + 1) * pageSize;
  return (
    <nav className={styles['pages']} aria-label={`Pages of ${what}`}>
      <span role="status">
        {numberText(page * pageSize + 1)} to {numberText(Math.min(total, end))} of{' '}
        {numberText(total)}, newest first
      </span>
      <Button disabled={page === 0} onClick={() => onTurn(page - 1)}>
        Newer
      </Button>
      <Button disabled={end >= total} onClick={() => onTurn(page + 1)}>
        Older
      </Button>
    </nav>
  );
}
