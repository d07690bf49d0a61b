import { useEffect, useRef } from 'react';
import type { MatrixCell } from '#shared/model/delivery/matrix.ts';
import { Status } from '../../../components/Status.tsx';
import { ageOf, ageText } from '../../../components/when-text.ts';
import { driftLook, driftWords } from './matrix-words.ts';
import styles from './matrix.module.css';

type CellFaceProps = {
  cell: MatrixCell | null;
  /** "payments-api on prod-eu". */
  where: string;
  /** The moment the matrix is of. */
  at: string;
  isOpen: boolean;
  onOpen: () => void;
};

/**
 * One cell: version and how long ago it first came, and under it what drifts. It is no stop of its own on
 * the way through the page: the table holds the focus, and arrows go from cell to cell.
 */
export function CellFace({ cell, where, at, isOpen, onOpen }: CellFaceProps) {
  const button = useRef<HTMLButtonElement>(null);
  // Arrows and the inspector that opens beside can leave it out of sight.
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [isOpen]);
  return (
    <button
      ref={button}
      type="button"
      tabIndex={-1}
      className={`${styles['cell']} ${isOpen ? styles['open'] : ''}`}
      aria-pressed={isOpen}
      onClick={onOpen}
    >
      <span className="visually-hidden">{where}: </span>
      {cell === null ? (
        <>
          <span className="visually-hidden">nothing known</span>
          <span className={styles['nothing']} aria-hidden>
            –
          </span>
        </>
      ) : (
        <>
          <First cell={cell} at={at} />
          <Second cell={cell} />
        </>
      )}
    </button>
  );
}

function First({ cell: { stands, underWay }, at }: { cell: MatrixCell; at: string }) {
  if (stands === null) {
    return <span className={styles['line']}>{underWay === null ? '–' : 'Nothing before'}</span>;
  }
  return (
    <span className={styles['line']}>
      <bdi className={styles['version']}>{stands.version}</bdi>
      <span className={styles['age']}>{ageText(ageOf(stands.firstAt, at))}</span>
    </span>
  );
}

function Second({ cell: { stands, drift, underWay, ahead } }: { cell: MatrixCell }) {
  const [first, ...others] = drift;
  if (underWay !== null) {
    return (
      <span className={styles['line']}>
        <Status kind="running" variant="plain" label={`${underWay.version} under way`} />
        {first !== undefined && <Status kind={driftLook[first.kind]} variant="icon" size={14} />}
      </span>
    );
  }
  if (first !== undefined) {
    return (
      <span className={styles['line']}>
        <Status kind={driftLook[first.kind]} variant="plain" label={driftWords[first.kind]} />
        {others.map(({ kind }) => (
          <Status
            key={kind}
            kind={driftLook[kind]}
            variant="icon"
            size={14}
            label={driftWords[kind]}
          />
        ))}
        {stands?.how === 'put-back' && <span className={styles['quiet']}>put back</span>}
      </span>
    );
  }
  const quiet =
    ahead === null
      ? stands?.how === 'put-back'
        ? 'put back'
        : (stands?.release ?? stands?.imported?.connection ?? '')
      : `${ahead.environment} has ${ahead.version}`;
  return (
    <span className={styles['quiet']}>
      <bdi>{quiet}</bdi>
    </span>
  );
}
