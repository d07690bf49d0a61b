import type { placeText } from './deployment-words.ts';
import styles from './deployments.module.css';

/** An environment in a table: ours, and what its provider calls it where that is something else. */
export function PlaceCell({ name, note }: ReturnType<typeof placeText>) {
  return (
    <span className={styles['place']} title={note === null ? name : `${name}, ${note}`}>
      <bdi>
        <strong>{name}</strong>
      </bdi>
      {note !== null && (
        <span className={styles['quiet']}>
          {' '}
          <bdi>{note}</bdi>
        </span>
      )}
    </span>
  );
}
