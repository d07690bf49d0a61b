import type { ImportCounts } from '#shared/model/delivery/pipelines.ts';
import styles from './ImportOutcome.module.css';
import { Status } from './Status.tsx';
import { numberText } from './number-text.ts';

type ImportOutcomeProps = {
  /** What was done, in the past tense: "Synced". */
  what: string;
  counts: ImportCounts;
};

/** What an import brought: counts, and each row it could not take with its place and the reason. */
export function ImportOutcome({ what, counts }: ImportOutcomeProps) {
  const { added, updated, unchanged, rejected, warnings } = counts;
  const told = [
    { label: 'new', count: added },
    { label: 'updated', count: updated },
    { label: 'unchanged', count: unchanged },
    { label: 'rejected', count: rejected },
  ];
  const missing = rejected - warnings.length;
  return (
    <div className={styles['outcome']} role="status">
      <p className={styles['line']}>
        <Status kind={rejected > 0 ? 'waiting' : 'passed'} variant="plain" label={what} />
        {told.map(({ label, count }) => (
          <span key={label}>
            <strong>{numberText(count)}</strong> {label}
          </span>
        ))}
      </p>
      {warnings.length > 0 && (
        <details>
          <summary>What was left out, and why ({numberText(rejected)})</summary>
          <ul className={styles['warnings']}>
            {warnings.map(({ at, reason }, index) => (
              <li key={`${at} ${index}`}>
                <span className={styles['place']}>{at}</span> {reason}
              </li>
            ))}
            {missing > 0 && <li>and {numberText(missing)} more</li>}
          </ul>
        </details>
      )}
    </div>
  );
}
