import { bandStyle, bandWords } from '../app/theme/bands.ts';
import type { BandKind } from '../app/theme/bands.ts';
import styles from './Band.module.css';

/** One entry of a calendar's legend: the pattern and its word. */
export function BandLegend({ kind }: { kind: BandKind }) {
  return (
    <span className={styles['legend']}>
      <span className={styles['swatch']} style={bandStyle(kind)} aria-hidden />
      {bandWords[kind]}
    </span>
  );
}
