import { memo } from 'react';
import { bandKinds } from '../../../app/theme/bands.ts';
import { BandLegend } from '../../../components/Band.tsx';
import type { Band } from '#shared/model/planning/windows.ts';
import styles from './Legend.module.css';

/** The patterns in sight and what they stand for. */
export const Legend = memo(function Legend({
  bands,
  note,
}: {
  bands: readonly Band[];
  note: string;
}) {
  const shown = new Set(bands.map(({ kind }) => kind));
  const kinds = bandKinds.filter((kind) => shown.has(kind));
  return (
    <footer className={styles['legend']} data-print="legend">
      <ul className={styles['kinds']} aria-label="What the bands mean">
        {kinds.map((kind) => (
          <li key={kind}>
            <BandLegend kind={kind} />
          </li>
        ))}
        {kinds.length === 0 && <li>No windows in sight</li>}
      </ul>
      <span>{note}</span>
    </footer>
  );
});
