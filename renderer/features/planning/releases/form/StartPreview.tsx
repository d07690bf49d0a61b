import { relativeText, utcText, whenText, zoneText } from '../../../../components/when-text.ts';
import type { DeploymentDraft } from './draft.ts';
import { startOf } from './draft-input.ts';
import styles from './rows.module.css';

/** The start as it will be kept, in local time and UTC, and what the change of clocks did to it. */
export function StartPreview({ row, now }: { row: DeploymentDraft; now: string }) {
  if (row.date === '' || row.time === '') return null;
  const start = startOf(row);
  // What is wrong is said beside the field once the form is sent; half a date is no mistake yet.
  if (typeof start === 'string') return null;
  const { instant, note } = start;
  return (
    <p className={styles['preview']} role="status">
      {whenText(instant, row.zone, now)} {zoneText(row.zone)} · {utcText(instant, now)} ·{' '}
      {relativeText(instant, now)}
      {Date.parse(instant) < Date.parse(now) && (
        <span className={styles['warning']}> This start lies in the past.</span>
      )}
      {note !== null && <span className={styles['warning']}> {note}</span>}
    </p>
  );
}
