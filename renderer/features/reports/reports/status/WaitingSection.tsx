import type { StatusReport } from '#shared/model/reports/status.ts';
import { waitInWords } from '#shared/rules/reports/status/words.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { Panel } from '../../../../components/Panel.tsx';
import { Person } from '../../../../components/Person.tsx';
import { Section } from '../../../../components/Section.tsx';
import { releaseHref } from '../../../planning/releases/index.ts';
import styles from './status.module.css';

/** Decisions and conditions that wait, by the person they wait for. */
export function WaitingSection({ report }: { report: StatusReport }) {
  return (
    <Section title="What waits for whom" note={`${report.waiting.length}`}>
      {report.waiting.length === 0 ? (
        <Empty small text="Nobody is waited for." />
      ) : (
        <Panel>
          <ul className={styles['rows']} aria-label="What waits for whom">
            {report.waiting.map(({ personId, name, things }) => (
              <li key={personId} className={styles['block']}>
                <Person name={name} />
                <ul className={styles['reasons']}>
                  {things.map((thing) => (
                    <li key={thing.key}>
                      <a href={releaseHref(thing.releaseId, 'gates')}>
                        <bdi>{thing.release}</bdi>
                      </a>
                      : <bdi>{thing.what}</bdi>{' '}
                      <span className={thing.late ? styles['late'] : styles['quiet']}>
                        {waitInWords(thing, report)}
                      </span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Section>
  );
}
