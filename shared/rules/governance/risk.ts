import type { Risk, RiskAssessment, RiskBand } from '#shared/model/governance/risks.ts';
import type { Criticality } from '#shared/model/workspace/services.ts';

export type RiskSubject = {
  risks: readonly Pick<Risk, 'title' | 'likelihood' | 'impact' | 'state'>[];
  dataMigration: boolean;
  services: readonly { name: string; financial: boolean; criticality: Criticality }[];
  /** The plan has steps. Whether it was rehearsed raises no band: it adds to the impact assessed. */
  rollbackPlanPresent: boolean;
  /** The newest assessment by questions, as it was told then. */
  assessed: { likelihood: number; impact: number } | null;
  /** The freezes a deployment that is still ahead lies in, by name. */
  freezes: readonly string[];
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
 * The change risk of a release: the higher of its newest assessment and of its highest open risk,
 * likelihood × impact each, raised to at least high by what is hard to take back. The score stays
 * what the matrix gave; `raisedBy` says what raised it, `from` which of the two counts.
 */
export function assessRisk(subject: RiskSubject): RiskAssessment {
  const { assessed } = subject;
  const highest = highestOpen(subject.risks);
  const [registered, asked] = [scoreOf(highest), scoreOf(assessed)];
  const score = Math.max(registered, asked);
  const raisedBy = triggers(subject);
  const counting = asked >= registered ? assessed : highest;
  return {
    score,
    band: bandOf(score, raisedBy.length > 0),
    from: counting === null ? 'nothing' : counting === assessed ? 'questions' : 'register',
    arithmetic: counting
      ? arithmeticOf(counting, riskBandOf(score))
      : 'no open risk and no assessment, score 0, low',
    raisedBy,
  };
}

/** The assessment that stands: the one given last. */
export function newestOf<T extends { assessedAt: number; id: string }>(
  assessments: readonly T[],
): T | null {
  const [newest = null] = assessments.toSorted(
    (a, b) => b.assessedAt - a.assessedAt || (a.id < b.id ? 1 : -1),
  );
  return newest;
}

type Levels = { likelihood: number; impact: number };

function scoreOf(levels: Levels | null): number {
  return levels === null ? 0 : levels.likelihood * levels.impact;
}

function highestOpen<T extends RiskSubject['risks'][number]>(risks: readonly T[]): T | null {
  const [highest = null] = risks
    .filter(({ state }) => state === 'open')
    .toSorted(
      (a, b) => scoreOf(b) - scoreOf(a) || b.impact - a.impact || (a.title < b.title ? -1 : 1),
    );
  return highest;
}

/** The band of a score, at least high where something raises it. */
export function bandOf(score: number, isRaised: boolean): RiskBand {
  const scored = riskBandOf(score);
  return isRaised && (scored === 'low' || scored === 'medium') ? 'high' : scored;
}

/** `likelihood 3 × impact 4 = 12, high from 10` */
function arithmeticOf(risk: Levels, band: RiskBand): string {
  const from = bandFrom.find((each) => each.band === band)?.from ?? 1;
  const { likelihood, impact } = risk;
  return `likelihood ${likelihood} × impact ${impact} = ${scoreOf(risk)}, ${band} from ${from}`;
}

/** What raises the band of a release to at least high, in words. */
export function triggers({
  dataMigration,
  services,
  rollbackPlanPresent,
  freezes,
}: Pick<RiskSubject, 'dataMigration' | 'services' | 'rollbackPlanPresent' | 'freezes'>): string[] {
  const financial = services.filter((service) => service.financial).map(({ name }) => name);
  return [
    ...(dataMigration
      ? ['data migration: going back to the old version does not bring the old data back']
      : []),
    ...(financial.length > 0 ? [`financial system: ${financial.toSorted().join(', ')}`] : []),
    ...(rollbackPlanPresent ? [] : ['no rollback plan yet: write its steps to take this away']),
    ...(freezes.length > 0 ? [`inside a freeze: ${freezes.toSorted().join(', ')}`] : []),
  ];
}
