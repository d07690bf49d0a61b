import { useId } from 'react';
import type { MatrixMove, MatrixPlace } from '#shared/rules/governance/risk-matrix.ts';
import styles from './matrix.module.css';

/** Of a cell with the gap beside it, as the style sheet has them; the picture stretches a little. */
const cell = { width: 66, height: 40 };

/** Arrows from where risks are to where their mitigation takes them; the table mode says the same. */
export function MatrixMoves({ moves }: { moves: readonly MatrixMove[] }) {
  const head = useId();
  const most = Math.max(...moves.map(({ count }) => count));
  return (
    <svg className={styles['moves']} viewBox="0 0 330 200" preserveAspectRatio="none" aria-hidden>
      <defs>
        <marker
          id={head}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="11"
          markerHeight="11"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" className={styles['head']} />
        </marker>
      </defs>
      {moves.map(({ from, to, count }) => {
        const [a, b] = [centre(from), centre(to)];
        return (
          <line
            key={`${a.x} ${a.y} ${b.x} ${b.y}`}
            x1={a.x}
            y1={a.y}
            x2={b.x}
            y2={b.y}
            className={styles['move']}
            strokeWidth={1 + (2 * count) / most}
            markerEnd={`url(#${head})`}
          />
        );
      })}
    </svg>
  );
}

/** A little off the middle, where the count stands. */
function centre({ likelihood, impact }: MatrixPlace) {
  return { x: (impact - 0.5) * cell.width + 15, y: (5.5 - likelihood) * cell.height + 6 };
}
