import type { Risk, RiskAssessment } from '#shared/model/governance/risks.ts';
import { riskBandOf } from '#shared/rules/governance/risk.ts';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { RiskMatrix } from '../../../components/RiskMatrix.tsx';
import styles from './risks.module.css';

type AssessmentProps = {
  assessment: RiskAssessment;
  risks: readonly Risk[];
  selectedId: string | undefined;
  onPick: (id: string) => void;
};

const countsIn: Record<RiskAssessment['from'], (arithmetic: string) => string> = {
  nothing: () => 'No risk is open and no question is answered, so none counts.',
  register: (arithmetic) => `The highest open risk counts: ${arithmetic}.`,
  questions: (arithmetic) => `The assessment by questions counts: ${arithmetic}.`,
};

/** The release's band with the arithmetic behind it, and where its open risks lie. */
export function Assessment({ assessment, risks, selectedId, onPick }: AssessmentProps) {
  const open = risks.filter((risk) => risk.state === 'open');
  return (
    <section className={styles['assessment']} aria-label="Risk of the release">
      <RiskMatrix
        risks={open}
        bandOf={riskBandOf}
        selectedId={selectedId ?? null}
        onSelect={onPick}
      />
      <div className={styles['sum']}>
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
        <p className={styles['bands']}>
          1–4 low · 5–9 medium · 10–15 high · 16–25 critical. Mitigated, accepted and closed risks
          count no more.
        </p>
      </div>
    </section>
  );
}
