import type { ImportRow } from '#shared/model/planning/imports.ts';
import { Change } from '../../../components/Change.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import styles from './imports.module.css';
import { RowState } from './row-columns.tsx';

/** All that is said of one row: its line in the list has room for two lines of it. */
export function RowPanel({ row, onClose }: { row: ImportRow; onClose: () => void }) {
  const { line, state, name, facts, changes, cautions, reason } = row;
  return (
    <Inspector title={name || `Row ${line}`} note={`Row ${line} of the sheet`} onClose={onClose}>
      <InspectorPart title="State">
        <RowState state={state} />
      </InspectorPart>
      {reason !== '' && (
        <InspectorPart title="Why it is refused">
          <p className={styles['text']}>{reason}</p>
        </InspectorPart>
      )}
      {changes.length > 0 && (
        <InspectorPart title="What changes">
          <ul className={styles['list']}>
            {changes.map(({ what, from, to }) => (
              <li key={what}>
                <Change what={what} from={from} to={to} />
              </li>
            ))}
          </ul>
        </InspectorPart>
      )}
      {facts.length > 0 && (
        <InspectorPart title={state === 'joined' ? 'What becomes of it' : 'What it would be'}>
          <ul className={styles['list']}>
            {facts.map((fact) => (
              <li key={fact}>
                <bdi>{fact}</bdi>
              </li>
            ))}
          </ul>
        </InspectorPart>
      )}
      {cautions.length > 0 && (
        <InspectorPart title="Not as it is written">
          <ul className={styles['list']}>
            {cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </InspectorPart>
      )}
      {state === 'same' && <p className={styles['text']}>The sheet says what is here already.</p>}
    </Inspector>
  );
}
