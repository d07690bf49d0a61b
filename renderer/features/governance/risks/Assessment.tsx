import type { RiskAssessment } from '#shared/model/governance/risks.ts';
import { RiskBand } from '../../../components/RiskBand.tsx';
import styles from './risks.module.css';

const countsIn: Record<RiskAssessment['from'], (arithmetic: string) => string> = {
  nothing: () => 'No risk is open and no question is answered, so none counts.',
  register: (arithmetic) => `The highest open risk counts: ${arithmetic}.`,
  questions: (arithmetic) => `The assessment by questions counts: ${arithmetic}.`,
};

/** The release's band with the arithmetic behind it. */
export function Assessment({ assessment }: { assessment: RiskAssessment }) {
  return (
    <section className={styles['assessment']} aria-label="Risk of the release">
      <h2>
        Risk of the release <RiskBand band={assessment.band} score={assessment.score} />
      </h2>
      <p>{countsIn[assessment.from](assessment.arithmetic)}</p>
      {assessment.raisedBy.length > 0 && (
        <>
          <p>Raised to at least high by</p>
          <ul>
            {assessment.raisedBy.map((trigger) => (
              <li key={trigger}>{trigger}</li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['bands']}>Mitigated, accepted and closed risks count no more.</p>
    </section>
  );
}
