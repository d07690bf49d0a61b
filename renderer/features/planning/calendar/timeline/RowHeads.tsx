import { memo } from 'react';
import { rowsBetween } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRow, PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { tileHeight } from './chart-geometry.ts';
import styles from './timeline.module.css';

type RowHeadsProps = {
  placed: PlacedRows;
  /** Tiles in sight, first and last. */
  top: number;
  bottom: number;
  noun: readonly [one: string, many: string];
};

/** The heads of the rows in sight, each beside its lanes. */
export const RowHeads = memo(function RowHeads({ placed, top, bottom, noun }: RowHeadsProps) {
  const rows = rowsBetween(placed, top * tileHeight, (bottom + 1) * tileHeight);
  return (
    <div className={styles['heads']} style={{ height: placed.height }}>
      {rows.map((row) => (
        <RowHead key={row.index} row={row} noun={noun} />
      ))}
    </div>
  );
});

function RowHead({
  row: { row, top, height },
  noun,
}: { row: PlacedRow } & Pick<RowHeadsProps, 'noun'>) {
  const isNone = row.id === null;
  return (
    <div className={styles['head']} style={{ top, height }}>
      <div className={styles['headWords']}>
        <bdi className={`${styles['headName']} ${isNone ? styles['none'] : ''}`} title={row.name}>
          {row.name}
        </bdi>
        <span className={styles['headNote']}>
          {row.bars === 0
            ? `no ${noun[1]}`
            : `${row.bars.toLocaleString('en')} ${noun[row.bars === 1 ? 0 : 1]}`}
        </span>
      </div>
    </div>
  );
}
