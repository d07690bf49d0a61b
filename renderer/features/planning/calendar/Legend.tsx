import { bandKinds, bandStyle, bandWords } from '../../../app/theme/bands.ts';
import type { Band } from '#shared/model/planning/windows.ts';
import styles from './Legend.module.css';

/** The patterns in sight and what they stand for. */
export function Legend({ bands, note }: { bands: readonly Band[]; note: string }) {
  const shown = new Set(bands.map(({ kind }) => kind));
  const kinds = bandKinds.filter((kind) => shown.has(kind));
  return (
    <footer className={styles['legend']} data-print="legend">
      <ul className={styles['kinds']} aria-label="What the bands mean">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={styles['swatch']} style={bandStyle(kind)} aria-hidden />
            {bandWords[kind]}
          </li>
        ))}
        {kinds.length === 0 && <li>No windows in sight</li>}
      </ul>
      <span>{note}</span>
    </footer>
  );
}
