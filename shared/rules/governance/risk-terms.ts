import type { MitigationStanding, Risk, RiskBand } from '#shared/model/governance/risks.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { daysBetween } from '../planning/zoned-time.ts';
import { riskBandOf } from './risk.ts';

export type RiskLevels = Pick<
  Risk,
  'likelihood' | 'impact' | 'residualLikelihood' | 'residualImpact'
>;

type LevelPatch = { [Level in keyof RiskLevels]?: RiskLevels[Level] | undefined };

/** A mitigation that is due within so many days is said to be due soon. */
const soonDays = 7;

export function levelsAfter(before: RiskLevels, patch: LevelPatch): RiskLevels {
  const { residualLikelihood, residualImpact } = patch;
  return {
    likelihood: patch.likelihood ?? before.likelihood,
    impact: patch.impact ?? before.impact,
    residualLikelihood:
      residualLikelihood === undefined ? before.residualLikelihood : residualLikelihood,
    residualImpact: residualImpact === undefined ? before.residualImpact : residualImpact,
  };
}

/** Refuses half a residual, and one that says a mitigation made matters worse. */
export function checkResidual(levels: RiskLevels): void {
  const { likelihood, impact, residualLikelihood, residualImpact } = levels;
  if ((residualLikelihood === null) !== (residualImpact === null)) {
    const missing = residualLikelihood === null ? 'likelihood' : 'impact';
    throw new Refusal(
      'invalid_input',
      `Residual risk is likelihood and impact together, but the ${missing} is missing. Give both, or neither while nobody judged it.`,
      { [residualLikelihood === null ? 'residualLikelihood' : 'residualImpact']: 'is missing' },
    );
  }
  if (residualLikelihood === null || residualImpact === null) return;
  if (residualLikelihood <= likelihood && residualImpact <= impact) return;
  throw new Refusal(
    'invalid_input',
    `Residual risk is what is left after mitigation, so neither level can be above the inherent one: found ${residualLikelihood} × ${residualImpact} left of ${likelihood} × ${impact}. Lower the residual level first, or raise the inherent one.`,
  );
}

/** One residual level as chosen; the other one begins at the inherent level, and both go together. */
export function withResidual(
  risk: RiskLevels,
  axis: 'likelihood' | 'impact',
  level: number | null,
): Pick<RiskLevels, 'residualLikelihood' | 'residualImpact'> {
  if (level === null) return { residualLikelihood: null, residualImpact: null };
  return axis === 'likelihood'
    ? { residualLikelihood: level, residualImpact: risk.residualImpact ?? risk.impact }
    : { residualLikelihood: risk.residualLikelihood ?? risk.likelihood, residualImpact: level };
}

export function residualScoreOf({
  residualLikelihood,
  residualImpact,
}: Pick<RiskLevels, 'residualLikelihood' | 'residualImpact'>): number | null {
  if (residualLikelihood === null || residualImpact === null) return null;
  return residualLikelihood * residualImpact;
}

export function residualBandOf(levels: RiskLevels): RiskBand | null {
  const score = residualScoreOf(levels);
  return score === null ? null : riskBandOf(score);
}

/** A mitigation is late from the day after its date, while its risk is open. */
export function mitigationStanding(
  { state, dueOn }: Pick<Risk, 'state' | 'dueOn'>,
  today: string,
): MitigationStanding {
  if (state !== 'open') return 'settled';
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'overdue';
  return daysBetween(today, dueOn) <= soonDays ? 'soon' : 'later';
}
