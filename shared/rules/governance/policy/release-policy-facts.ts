import { assessRisk } from '../risk.ts';
import type { PolicyFacts } from './policy-facts.ts';

type RiskInput = Parameters<typeof assessRisk>[0];

export type PolicyFactsInput = {
  release: Pick<PolicyFacts, 'standardChange' | 'dataMigration'> & {
    type: PolicyFacts['releaseType'];
  };
  /** Of its components, and of where its deployments go; each once. */
  services: PolicyFacts['services'] & RiskInput['services'];
  environments: PolicyFacts['environments'];
  freezes: readonly string[];
  risks: RiskInput['risks'];
  assessed: RiskInput['assessed'];
  hasRollbackPlan: boolean;
};

/** What conditions are asked about, of one release: the same for its policy and for its controls. */
export function policyFactsOf(input: PolicyFactsInput): PolicyFacts {
  const { release, services, environments, freezes, hasRollbackPlan } = input;
  const { type, standardChange, dataMigration } = release;
  const { score, band, raisedBy } = assessRisk({
    ...{ risks: input.risks, assessed: input.assessed, dataMigration, services, freezes },
    rollbackPlanPresent: hasRollbackPlan,
  });
  return {
    ...{ releaseType: type, score, band, raisedBy, freezes, standardChange, dataMigration },
    ...{ services, environments, hasRollbackPlan },
  };
}
