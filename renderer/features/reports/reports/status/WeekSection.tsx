import type { StatusReport } from '#shared/model/reports/status.ts';
import {
  servicesInWords,
  standInWords,
  startInWords,
  weekInWords,
  weekTitle,
} from '#shared/rules/reports/status/words.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { Panel } from '../../../../components/Panel.tsx';
import { Person } from '../../../../components/Person.tsx';
import { RiskBand } from '../../../../components/RiskBand.tsx';
import { Section } from '../../../../components/Section.tsx';
import { releaseHref } from '../../../planning/releases/index.ts';
import styles from './status.module.css';

type WeekSectionProps = { week: StatusReport['weeks'][number]; report: StatusReport };

/** What ships in a week, by its start. */
export function WeekSection({ week, report }: WeekSectionProps) {
  const title = weekTitle(week, report);
  const days = weekInWords(week, report.today);
  return (
    <Section title={`${title}: ${days}`} note={`${week.ships.length}`}>
      {week.ships.length === 0 ? (
        <Empty small text="Nothing ships in these days." />
      ) : (
        <Panel>
          <ul className={styles['rows']} aria-label={`Ships ${days}`}>
            {week.ships.map((each) => (
              <li key={each.releaseId} className={styles['ship']}>
                <time dateTime={each.startAt} className={styles['start']}>
                  {startInWords(each.startAt, each.zone, report)}
                </time>
                <span className={styles['what']}>
                  <a href={releaseHref(each.releaseId, 'overview')} title={each.name}>
                    <bdi>{each.name}</bdi>
                  </a>
                  <span className={styles['quiet']}>
                    <bdi>{servicesInWords(each)}</bdi> to <bdi>{each.environments.join(', ')}</bdi>
                  </span>
                </span>
                <span className={styles['owner']}>
                  <Person name={each.owner} />
                </span>
                <span className={styles['stand']}>
                  <RiskBand band={each.band} />
                  <span className={styles['quiet']}>{standInWords(each)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Section>
  );
}
