import type { StatusReport } from '#shared/model/reports/status.ts';
import { startInWords } from '#shared/rules/reports/status/words.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { HashText } from '../../../../components/HashText.tsx';
import { Panel } from '../../../../components/Panel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { releaseHref } from '../../../planning/releases/index.ts';
import styles from './status.module.css';

/** The releases something speaks against, each with why. */
export function RiskSection({ report }: { report: StatusReport }) {
  return (
    <Section title="At risk" note={`${report.atRisk.length}`}>
      {report.atRisk.length === 0 ? (
        <Empty small text="Nothing speaks against the releases of these weeks." />
      ) : (
        <Panel>
          <ul className={styles['rows']} aria-label="At risk">
            {report.atRisk.map(({ releaseId, name, startAt, zone, owner, reasons }) => (
              <li key={releaseId} className={styles['block']}>
                <a href={releaseHref(releaseId, 'overview')} title={name}>
                  <bdi>{name}</bdi>
                </a>
                <span className={styles['quiet']}>
                  <bdi>{owner}</bdi>
                  {startAt !== null && ` · ${startInWords(startAt, zone, report)}`}
                </span>
                <ul className={styles['reasons']}>
                  {reasons.map(({ kind, text }, index) => (
                    <li key={`${kind} ${index}`} dir="auto">
                      <HashText text={text} />
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
