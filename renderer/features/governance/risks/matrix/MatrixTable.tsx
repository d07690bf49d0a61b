import type { matrixOf } from '#shared/rules/governance/risk-matrix.ts';
import { placeWords } from './matrix-words.ts';
import styles from './matrix.module.css';

/** The picture in rows, for whoever reads figures rather than places. */
export function MatrixTable({ matrix }: { matrix: ReturnType<typeof matrixOf> }) {
  const filled = matrix.cells.filter(({ inherent, residual }) => inherent + residual > 0);
  return (
    <div className={styles['tables']}>
      <table className={styles['table']}>
        <caption>Risks in each cell</caption>
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">Band</th>
            <th scope="col">Inherent</th>
            <th scope="col">Residual</th>
          </tr>
        </thead>
        <tbody>
          {filled.map((cell) => (
            <tr key={`${cell.likelihood} ${cell.impact}`}>
              <th scope="row">{placeWords(cell)}</th>
              <td>{cell.band}</td>
              <td>{cell.inherent}</td>
              <td>{cell.residual}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {matrix.moves.length > 0 && (
        <table className={styles['table']}>
          <caption>What moves when mitigations are done</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Risks</th>
            </tr>
          </thead>
          <tbody>
            {matrix.moves.map(({ from, to, count }) => (
              <tr key={`${placeWords(from)} ${placeWords(to)}`}>
                <th scope="row">{placeWords(from)}</th>
                <td>{placeWords(to)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
