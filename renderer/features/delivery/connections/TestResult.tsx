import type { CallError } from '#shared/contract/procedure.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Status } from '../../../components/Status.tsx';
import styles from './fields.module.css';
import type { Reached } from './use-test.ts';

type TestResultProps = { reached: Reached | null; error: CallError | null };

/** What a test found at the other end. */
export function TestResult({ reached, error }: TestResultProps) {
  if (error) {
    return (
      <div className={styles['refused']}>
        <ErrorPanel {...errorParts('The repository was not reached', error)} />
      </div>
    );
  }
  if (!reached) return null;
  const count = reached.workflows.length;
  const place = reached.repository === '' ? '' : ` ${reached.repository}`;
  const workflows = count > 0 ? `: ${count} ${count === 1 ? 'workflow' : 'workflows'}` : '';
  return (
    <div className={styles['reached']} role="status">
      <Status kind="passed" variant="plain" label={`Reached${place}${workflows}`} />
      {reached.notes.length > 0 && (
        <ul>
          {reached.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
