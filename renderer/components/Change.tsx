import type { ReactNode } from 'react';
import styles from './Change.module.css';
import { HashText } from './HashText.tsx';

type ChangeProps = {
  /** What changed: a field or a thing. */
  what?: ReactNode;
  /** The words before; null when it was added. */
  from: string | null;
  /** The words after; null when it was removed. */
  to: string | null;
  /** By whom and when, already in words or as components. */
  by?: ReactNode;
};

/** From what to what: removed words struck, added words marked, both told to screen readers too. */
export function Change({ what, from, to, by }: ChangeProps) {
  return (
    <span className={styles['change']}>
      {what !== undefined && <span className={styles['what']}>{what} </span>}
      {from !== null && (
        <del className={styles['removed']}>
          <span className="visually-hidden">from </span>
          <bdi>{from === '' ? 'nothing' : <HashText text={from} />}</bdi>
        </del>
      )}
      {from !== null && to !== null && <span aria-hidden> → </span>}
      {to !== null && (
        <ins className={styles['added']}>
          <span className="visually-hidden">{from === null ? 'added ' : 'to '}</span>
          {from === null && <span aria-hidden>+ </span>}
          <bdi>{to === '' ? 'nothing' : <HashText text={to} />}</bdi>
        </ins>
      )}
      {by !== undefined && <span className={styles['by']}> {by}</span>}
    </span>
  );
}
