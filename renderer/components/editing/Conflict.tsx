import Button from '@mui/material/Button';
import styles from './editing.module.css';

type ConflictProps = {
  /** Who saved it. */
  who: string;
  /** What they saved meanwhile. */
  theirs: string;
  mine: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people changed one field: both values, and the choice. Nothing typed is lost. */
export function Conflict({ who, theirs, mine, onKeepMine, onTakeTheirs }: ConflictProps) {
  return (
    <div className={styles['conflict']} role="alert">
      <p>
        <bdi>{who}</bdi> changed this while you typed. It is now{' '}
        <strong>
          <bdi>{theirs === '' ? 'empty' : theirs}</bdi>
        </strong>
        ; you typed{' '}
        <strong>
          <bdi>{mine === '' ? 'nothing' : mine}</bdi>
        </strong>
        .
      </p>
      <div className={styles['choice']}>
        <Button size="small" onClick={onKeepMine}>
          Save mine
        </Button>
        <Button size="small" variant="text" onClick={onTakeTheirs}>
          Keep theirs
        </Button>
      </div>
    </div>
  );
}
