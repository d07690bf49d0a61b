import type { BulkPreview } from '#shared/model/planning/bulk-edit.ts';
import { Change } from '../../../../components/Change.tsx';
import { numberText } from '../../../../components/number-text.ts';
import styles from './releases.module.css';

/** What the change makes of each release: refused ones first, those that are so already counted. */
export function BulkOutcome({ previews }: { previews: readonly BulkPreview[] }) {
  const refused = previews.filter((each) => each.refused !== null);
  const changed = previews.filter(({ lines }) => lines.length > 0);
  const same = previews.length - refused.length - changed.length;
  const stale = changed.reduce((sum, each) => sum + each.stale, 0);
  return (
    <section aria-label="What changes">
      <p role="status" className={styles['sentence']}>
        {sentence(changed.length, refused.length, same, stale)}
      </p>
      {refused.length + changed.length > 0 && (
        <ul className={styles['outcomes']} tabIndex={0} aria-label="Releases">
          {[...refused, ...changed].map((each) => (
            <Outcome key={each.id} preview={each} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Outcome({ preview }: { preview: BulkPreview }) {
  const { name, lines, refused, stale } = preview;
  return (
    <li>
      <bdi className={styles['outcomeName']}>{name}</bdi>
      {refused !== null && <span className={styles['refused']}>Refused: {refused}</span>}
      {lines.map(({ what, from, to }) => (
        <div key={what}>
          <Change what={`${what}:`} from={from === '' ? null : from} to={to} />
        </div>
      ))}
      {stale > 0 && (
        <span className={styles['stale']}>
          {approvalsInWords(stale)} the planned start and would be out of date.
        </span>
      )}
    </li>
  );
}

function sentence(changed: number, refused: number, same: number, stale: number): string {
  const parts = [
    `${releasesInWords(changed)} would change`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(same > 0 ? [`${same} so already`] : []),
  ];
  const bound =
    stale > 0 ? ` ${approvalsInWords(stale)} their start and would be out of date.` : '';
  return `${parts.join(', ')}.${bound}`;
}

/** `2 approvals bind` */
export function approvalsInWords(count: number): string {
  return count === 1 ? '1 approval binds' : `${count} approvals bind`;
}

export function releasesInWords(count: number): string {
  return count === 1 ? '1 release' : `${numberText(count)} releases`;
}
