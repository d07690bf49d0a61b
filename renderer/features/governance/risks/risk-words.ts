import type { Risk } from '#shared/model/governance/risks.ts';
import { residualScoreOf } from '#shared/rules/governance/risk-terms.ts';
import type { RiskLevels } from '#shared/rules/governance/risk-terms.ts';

export const stateWords: Record<Risk['state'], string> = {
  open: 'Open',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  closed: 'Closed',
};

/** What each state means for the release's score. */
export const stateMeaning: Record<Risk['state'], string> = {
  open: 'Counts towards the score.',
  mitigated: 'Something was done about it; it counts no more.',
  accepted: 'Known and carried; it counts no more.',
  closed: 'It can no longer happen.',
};

const likelihoodWords = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'];
const impactWords = ['negligible', 'minor', 'moderate', 'major', 'severe'];

export const likelihoods = levels(likelihoodWords);
export const impacts = levels(impactWords);

function levels(words: readonly string[]): { value: string; label: string }[] {
  return words.map((word, index) => ({
    value: String(index + 1),
    label: `${index + 1} · ${word}`,
  }));
}

export function scoreOf({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): number {
  return likelihood * impact;
}

/** `likelihood 3 × impact 4 = 12` */
export function arithmeticOf(risk: Pick<Risk, 'likelihood' | 'impact'>): string {
  return `likelihood ${risk.likelihood} × impact ${risk.impact} = ${scoreOf(risk)}`;
}

/** `left 2 × 3 = 6`; empty while nobody judged what is left. */
export function leftOf(risk: RiskLevels): string {
  const score = residualScoreOf(risk);
  return score === null
    ? ''
    : `left ${risk.residualLikelihood} × ${risk.residualImpact} = ${score}`;
}
