import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isSamePlace, matrixLevels, placeBeside } from '#shared/rules/governance/risk-matrix.ts';
import type { MatrixCell, MatrixMove, MatrixPlace } from '#shared/rules/governance/risk-matrix.ts';
import { impactWord, likelihoodWord, placeWords, riskCount } from './matrix-words.ts';
import { MatrixMoves } from './MatrixMoves.tsx';
import type { MatrixSide } from './MatrixPanel.tsx';
import styles from './matrix.module.css';

type MatrixGridProps = {
  /** The likeliest first, and by impact within. */
  cells: readonly MatrixCell[];
  moves: readonly MatrixMove[];
  side: MatrixSide;
  picked: MatrixPlace | null;
  onPick: (place: MatrixPlace | null) => void;
};

/** Likelihood upward, impact to the right; arrows go from cell to cell, Enter narrows the list. */
export function MatrixGrid({ cells, moves, side, picked, onPick }: MatrixGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<MatrixPlace>({ likelihood: 5, impact: 1 });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeBeside(at, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    const index = cells.findIndex((cell) => isSamePlace(cell, next));
    grid.current?.querySelectorAll<HTMLElement>('[data-cell]')[index]?.focus();
  };
  return (
    <div className={styles['figure']}>
      <span className={styles['up']} aria-hidden>
        Likelihood →
      </span>
      <div
        ref={grid}
        className={styles['grid']}
        role="grid"
        aria-label={`Risks by likelihood and impact, ${side}`}
        onKeyDown={onKeyDown}
      >
        {matrixLevels.toReversed().map((likelihood) => (
          <div key={likelihood} role="row" className={styles['row']}>
            <span role="rowheader" className={styles['rowWord']}>
              {likelihoodWord(likelihood)}
            </span>
            {cells
              .filter((cell) => cell.likelihood === likelihood)
              .map((cell) => (
                <Cell
                  key={cell.impact}
                  cell={cell}
                  count={cell[side]}
                  side={side}
                  isCurrent={isSamePlace(cell, at)}
                  isPicked={picked !== null && isSamePlace(cell, picked)}
                  onFocus={() => setAt({ likelihood, impact: cell.impact })}
                  onPick={onPick}
                />
              ))}
          </div>
        ))}
        <div role="row" className={styles['row']}>
          <span role="columnheader">
            <span className="visually-hidden">Likelihood</span>
          </span>
          {matrixLevels.map((impact) => (
            <span key={impact} role="columnheader" className={styles['columnWord']}>
              {impactWord(impact)}
            </span>
          ))}
        </div>
        {moves.length > 0 && <MatrixMoves moves={moves} />}
      </div>
      <span className={styles['across']} aria-hidden>
        Impact →
      </span>
    </div>
  );
}

type CellProps = {
  cell: MatrixCell;
  count: number;
  side: MatrixSide;
  isCurrent: boolean;
  isPicked: boolean;
  onFocus: () => void;
  onPick: MatrixGridProps['onPick'];
};

function Cell({ cell, count, side, isCurrent, isPicked, onFocus, onPick }: CellProps) {
  const { likelihood, impact, band } = cell;
  const opens = isPicked ? 'shows all risks again' : 'shows them in the list';
  const words = `${riskCount(count)}, ${side}, ${band}: ${placeWords(cell)}; ${count === 0 && !isPicked ? 'nothing to show' : opens}`;
  return (
    <span role="gridcell" aria-selected={isPicked} className={styles['place']}>
      <button
        type="button"
        data-cell
        className={`${styles['cell']} ${styles[band]} ${isPicked ? styles['picked'] : ''}`}
        aria-pressed={isPicked}
        title={words}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={onFocus}
        onClick={() => {
          if (isPicked) onPick(null);
          else if (count > 0) onPick({ likelihood, impact });
        }}
      >
        <span className="visually-hidden">{words}</span>
        <span className={styles['score']} aria-hidden>
          {likelihood * impact}
        </span>
        {count > 0 && (
          <span className={styles['count']} aria-hidden>
            {count}
          </span>
        )}
      </button>
    </span>
  );
}
