import type { ReportItem } from '#shared/model/governance/evidence.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { Delayed, SkeletonText } from '../../../../components/Skeleton.tsx';
import styles from './brought.module.css';

/** The failures, findings or components of one report, the worst first. */
export function ReportItems({ evidenceId }: { evidenceId: string }) {
  const details = useProcedure('evidence.details', { id: evidenceId });
  if (details.isPending) {
    return (
      <Delayed what="details">
        <SkeletonText lines={3} what="details" />
      </Delayed>
    );
  }
  if (details.isError) {
    return (
      <ErrorPanel
        {...errorParts('The details could not be read', details.error)}
        onRetry={() => void details.refetch()}
      />
    );
  }
  const { items, total, notes } = details.data;
  return (
    <>
      {notes.map((note) => (
        <p key={note} className={styles['hint']}>
          <bdi>{note}</bdi>
        </p>
      ))}
      <ItemList items={items} />
      {total > items.length && (
        <p className={styles['hint']}>
          {(total - items.length).toLocaleString('en')} more are in the file.
        </p>
      )}
    </>
  );
}

type Listed = ReportItem & { change?: 'new' | 'gone' };

/** Single things of a report under each other; imported words are text, whatever stands in them. */
export function ItemList({ items }: { items: readonly Listed[] }) {
  return (
    // A scroller that holds nothing to focus could not be scrolled by keyboard.
    <div className={styles['items']} tabIndex={0} role="group" aria-label="Details">
      <ul>
        {items.map((item) => (
          <li key={`${item.change ?? ''} ${item.key}`}>
            {item.change !== undefined && (
              <span className={styles[item.change]}>{item.change}</span>
            )}
            {item.level !== null && <span className={styles['level']}>{item.level}</span>}
            <bdi className={styles['itemTitle']} title={item.title}>
              {item.title}
            </bdi>
            {item.where !== '' && (
              <bdi className={styles['where']} title={item.where}>
                {item.where}
              </bdi>
            )}
            {item.text !== '' && (
              <bdi className={styles['said']} title={item.text}>
                {item.text}
              </bdi>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
