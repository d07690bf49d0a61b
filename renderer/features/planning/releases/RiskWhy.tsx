import type { RiskAssessment } from '#shared/model/governance/risks.ts';
import { Why } from '../../../components/Why.tsx';

/** How the band of a release came about. */
export function RiskWhy({ risk, name }: { risk: RiskAssessment; name: string }) {
  return (
    <Why
      what={`Risk of ${name}`}
      rule="The highest open risk, likelihood × impact, raised to at least high by what is hard to take back."
      arithmetic={risk.arithmetic}
      rows={
        risk.raisedBy.length === 0 ? undefined : (
          <>
            Raised by
            {risk.raisedBy.map((trigger) => (
              <div key={trigger}>{trigger}</div>
            ))}
          </>
        )
      }
      wouldChange="Mitigating, accepting or closing the risk that counts; writing the rollback plan; shipping without the service or the data migration that raises it."
    />
  );
}
