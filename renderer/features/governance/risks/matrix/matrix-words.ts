import type { RiskBand } from '#shared/model/governance/risks.ts';
import type { MatrixPlace } from '#shared/rules/governance/risk-matrix.ts';
import { impacts, likelihoods } from '../risk-words.ts';

export const bandWords: readonly { band: RiskBand; words: string }[] = [
  { band: 'critical', words: 'Critical, 16–25' },
  { band: 'high', words: 'High, 10–15' },
  { band: 'medium', words: 'Medium, 5–9' },
  { band: 'low', words: 'Low, 1–4' },
];

/** `3 · possible` */
export function likelihoodWord(level: number): string {
  return likelihoods[level - 1]?.label ?? String(level);
}

export function impactWord(level: number): string {
  return impacts[level - 1]?.label ?? String(level);
}

/** `likelihood 3 · possible, impact 4 · major` */
export function placeWords({ likelihood, impact }: MatrixPlace): string {
  return `likelihood ${likelihoodWord(likelihood)}, impact ${impactWord(impact)}`;
}

export function riskCount(count: number): string {
  return count === 0 ? 'no risk' : count === 1 ? '1 risk' : `${count} risks`;
}
