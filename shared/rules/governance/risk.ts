import type { Risk, RiskAssessment, RiskBand } from '#shared/model/governance/risks.ts';
import type { Criticality } from '#shared/model/workspace/services.ts';

export type RiskSubject = {
  risks: readonly Pick<Risk, 'title' | 'likelihood' | 'impact' | 'state'>[];
  dataMigration: boolean;
  services: readonly { name: string; financial: boolean; criticality: Criticality }[];
  /** The plan has steps. Whether it was rehearsed raises no band; a gate looks at that. */
  rollbackPlanPresent: boolean;
};

/** Lowest score of each band on the 5 × 5 matrix of likelihood and impact. */
const bandFrom: readonly { band: RiskBand; from: number }[] = [
  { band: 'critical', from: 16 },
  { band: 'high', from: 10 },
  { band: 'medium', from: 5 },
  { band: 'low', from: 1 },
];

/** The band of a score from 1 to 25; no score at all is low. */
export function riskBandOf(score: number): RiskBand {
  return bandFrom.find(({ from }) => score >= from)?.band ?? 'low';
}

/**
 * The change risk of a release: its highest open risk, likelihood × impact, raised to at least high
 * by what is hard to take back. The score stays what the matrix gave; `raisedBy` says what raised it.
 */
export function assessRisk(subject: RiskSubject): RiskAssessment {
  const open = subject.risks.filter((risk) => risk.state === 'open');
  const [highest] = open.toSorted(
    (a, b) =>
      b.likelihood * b.impact - a.likelihood * a.impact ||
      b.impact - a.impact ||
      (a.title < b.title ? -1 : 1),
  );
  const score = highest ? highest.likelihood * highest.impact : 0;
  const raisedBy = triggers(subject);
  return {
    score,
    band: bandOf(score, raisedBy.length > 0),
    arithmetic: highest ? arithmeticOf(highest, riskBandOf(score)) : 'no open risk, score 0, low',
    raisedBy,
  };
}

/** The band of a score, at least high where something raises it. */
export function bandOf(score: number, isRaised: boolean): RiskBand {
  const scored = riskBandOf(score);
  return isRaised && (scored === 'low' || scored === 'medium') ? 'high' : scored;
}

/** `likelihood 3 × impact 4 = 12, high from 10` */
function arithmeticOf(risk: { likelihood: number; impact: number }, band: RiskBand): string {
  const from = bandFrom.find((each) => each.band === band)?.from ?? 1;
  const score = risk.likelihood * risk.impact;
  return `likelihood ${risk.likelihood} × impact ${risk.impact} = ${score}, ${band} from ${from}`;
}

function triggers({ dataMigration, services, rollbackPlanPresent }: RiskSubject): string[] {
  const financial = services.filter((service) => service.financial).map(({ name }) => name);
  return [
    ...(dataMigration
      ? ['data migration: going back to the old version does not bring the old data back']
      : []),
    ...(financial.length > 0 ? [`financial system: ${financial.toSorted().join(', ')}`] : []),
    ...(rollbackPlanPresent ? [] : ['no rollback plan yet: write its steps to take this away']),
  ];
}
