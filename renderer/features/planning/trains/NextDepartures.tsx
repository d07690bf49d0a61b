import type { Input } from '#shared/contract/index.ts';
import { markWords } from '#shared/rules/planning/trains/train-dates.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { When } from '../../../components/When.tsx';
import { dateText } from '../../../components/when-text.ts';
import styles from './trains.module.css';

/** When the train that is typed would depart, or what is wrong with it. */
export function NextDepartures({ draft, now }: { draft: Input<'trains.preview'>; now: string }) {
  const preview = useProcedure('trains.preview', draft, { keepPrevious: true });
  const year = Number(now.slice(0, 4));
  if (preview.isError) {
    return <p className={styles['wrong']}>{preview.error.error.message}</p>;
  }
  return (
    <section aria-label="Next departures" className={styles['next']} aria-live="polite">
      <h3>Next departures</h3>
      <ol>
        {preview.data?.map(({ on, startAt, working, why, dates }) => (
          <li key={on}>
            <strong>
              <When at={startAt} zone={draft.zone} now={now} />
            </strong>
            {!working && <span className={styles['off']}> {why}</span>}
            <span className={styles['under']}>
              {dates
                .map((each) => `${markWords[each.mark]} ${dateText(each.on, year)}`)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
