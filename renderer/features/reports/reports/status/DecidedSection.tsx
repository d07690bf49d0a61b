import type { StatusReport } from '#shared/model/reports/status.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import {
  conditionInWords,
  decidedInWords,
  deciderInWords,
} from '#shared/rules/reports/status/words.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { Panel } from '../../../../components/Panel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { Status } from '../../../../components/Status.tsx';
import { outcomeLook } from '../../../../components/decision-words.ts';
import { releaseHref } from '../../../planning/releases/index.ts';
import styles from './status.module.css';

/** The decisions that were given, newest first; what was said with them stays with the gate. */
export function DecidedSection({ report }: { report: StatusReport }) {
  const since = formatDate(report.decidedFrom, report.today);
  return (
    <Section title={`Decisions since ${since}`} note={`${report.decisions.length}`}>
      {report.decisions.length === 0 ? (
        <Empty small text="Nothing was decided in these days." />
      ) : (
        <Panel>
          <ul className={styles['rows']} aria-label="Decisions">
            {report.decisions.map((each) => (
              <li key={each.id} className={styles['decision']}>
                {each.withdrawn ? (
                  <Status
                    kind="not-applicable"
                    label={`${outcomeLook[each.outcome].word}, withdrawn`}
                    variant="word"
                  />
                ) : (
                  <Status
                    kind={outcomeLook[each.outcome].status}
                    label={outcomeLook[each.outcome].word}
                    variant="word"
                  />
                )}
                <span className={styles['what']}>
                  <span>
                    <a href={releaseHref(each.releaseId, 'gates')}>
                      <bdi>{each.release}</bdi>
                    </a>
                    , <bdi>{each.gate}</bdi>
                  </span>
                  <span className={styles['quiet']}>
                    <bdi>{deciderInWords(each)}</bdi>, {decidedInWords(each, report)}
                  </span>
                  {each.conditions.map((condition, index) => (
                    <span key={index} dir="auto">
                      Condition: {conditionInWords(condition, report)}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Section>
  );
}
