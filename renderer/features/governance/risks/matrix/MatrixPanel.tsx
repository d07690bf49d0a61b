import { useMemo, useState } from 'react';
import { matrixOf } from '#shared/rules/governance/risk-matrix.ts';
import type { MatrixPlace } from '#shared/rules/governance/risk-matrix.ts';
import type { RiskLevels } from '#shared/rules/governance/risk-terms.ts';
import { Segmented } from '../../../../components/form/Segmented.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { bandWords } from './matrix-words.ts';
import styles from './matrix.module.css';

/** Which of a risk's two places a cell counts. */
export type MatrixSide = 'inherent' | 'residual';
export type MatrixPick = MatrixPlace & { side: MatrixSide };

type MatrixPanelProps = {
  /** Counted in it, before the pick narrows them. */
  risks: readonly RiskLevels[];
  /** Which risks these are: `12 open risks`. */
  note: string;
  picked: MatrixPick | null;
  onPick: (pick: MatrixPick | null) => void;
};

const modes = [
  { value: 'inherent', label: 'Inherent' },
  { value: 'residual', label: 'Residual' },
  { value: 'movement', label: 'Movement' },
  { value: 'table', label: 'Table' },
] as const;
type Mode = (typeof modes)[number]['value'];

/** Risks by likelihood and impact, before and after mitigation; a picked cell narrows the list below. */
export function MatrixPanel({ risks, note, picked, onPick }: MatrixPanelProps) {
  const [mode, setMode] = useState<Mode>('inherent');
  const matrix = useMemo(() => matrixOf(risks), [risks]);
  const side: MatrixSide = mode === 'residual' ? 'residual' : 'inherent';
  const show = (next: Mode) => {
    setMode(next);
    // A cell that is no longer on the picture would narrow the list unseen.
    if (picked !== null) onPick(null);
  };
  return (
    <section className={styles['panel']} aria-label="Risk matrix">
      {mode === 'table' ? (
        <MatrixTable matrix={matrix} />
      ) : (
        <MatrixGrid
          cells={matrix.cells}
          moves={mode === 'movement' ? matrix.moves : []}
          side={side}
          picked={picked}
          onPick={(place) => onPick(place === null ? null : { ...place, side })}
        />
      )}
      <div className={styles['beside']}>
        <Segmented label="What the matrix shows" choices={modes} value={mode} onPick={show} />
        <p>{note}</p>
        <p>{meaning[mode]}</p>
        {mode !== 'inherent' && matrix.unjudged > 0 && (
          <p>
            {matrix.unjudged} without a residual judgement{' '}
            {matrix.unjudged === 1 ? 'stays' : 'stay'} where{' '}
            {matrix.unjudged === 1 ? 'it is' : 'they are'}.
          </p>
        )}
        <ul className={styles['legend']} aria-label="Bands">
          {bandWords.map(({ band, words }) => (
            <li key={band}>
              <span className={`${styles['swatch']} ${styles[band]}`} aria-hidden />
              {words}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const meaning: Record<Mode, string> = {
  inherent: 'Where risks lie before anything is done about them. A cell narrows the list.',
  residual: 'Where risks lie once their mitigation is done. A cell narrows the list.',
  movement: 'Each arrow goes from inherent to residual risk; thicker ones stand for more risks.',
  table: 'The same as rows: risks in each cell before and after mitigation, and what moves where.',
};
