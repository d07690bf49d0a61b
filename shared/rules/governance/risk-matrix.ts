import type { RiskBand } from '#shared/model/governance/risks.ts';
import { riskBandOf } from './risk.ts';
import type { RiskLevels } from './risk-terms.ts';

/** A place on the matrix: likelihood and impact from 1 to 5. */
export type MatrixPlace = { likelihood: number; impact: number };
export type MatrixCell = MatrixPlace & { band: RiskBand; inherent: number; residual: number };
/** How many risks go from one place to another when their mitigations are done. */
export type MatrixMove = { from: MatrixPlace; to: MatrixPlace; count: number };

export const matrixLevels = [1, 2, 3, 4, 5] as const;

/** Where risks lie before and after mitigation. One nobody judged residually stays where it is. */
export function matrixOf(risks: readonly RiskLevels[]): {
  cells: MatrixCell[];
  moves: MatrixMove[];
  unjudged: number;
} {
  const inherent = new Map<string, number>();
  const residual = new Map<string, number>();
  const moves = new Map<string, MatrixMove>();
  let unjudged = 0;
  for (const risk of risks) {
    const to = residualPlace(risk);
    count(inherent, risk);
    count(residual, to);
    if (risk.residualLikelihood === null) unjudged += 1;
    if (to.likelihood === risk.likelihood && to.impact === risk.impact) continue;
    const key = `${keyOf(risk)} ${keyOf(to)}`;
    const from = { likelihood: risk.likelihood, impact: risk.impact };
    moves.set(key, { from, to, count: (moves.get(key)?.count ?? 0) + 1 });
  }
  const cells = matrixLevels.toReversed().flatMap((likelihood) =>
    matrixLevels.map((impact): MatrixCell => {
      const key = keyOf({ likelihood, impact });
      return {
        ...{ likelihood, impact, band: riskBandOf(likelihood * impact) },
        ...{ inherent: inherent.get(key) ?? 0, residual: residual.get(key) ?? 0 },
      };
    }),
  );
  return { cells, moves: [...moves.values()], unjudged };
}

/** Where a risk lies once mitigated, or still, while nobody judged that. */
export function residualPlace(risk: RiskLevels): MatrixPlace {
  return {
    likelihood: risk.residualLikelihood ?? risk.likelihood,
    impact: risk.residualImpact ?? risk.impact,
  };
}

/** The place an arrow key leads to from a place; the edges hold. */
export function placeBeside(place: MatrixPlace, key: string): MatrixPlace | null {
  const within = (level: number) => Math.min(5, Math.max(1, level));
  const { likelihood, impact } = place;
  if (key === 'ArrowUp') return { likelihood: within(likelihood + 1), impact };
  if (key === 'ArrowDown') return { likelihood: within(likelihood - 1), impact };
  if (key === 'ArrowRight') return { likelihood, impact: within(impact + 1) };
  if (key === 'ArrowLeft') return { likelihood, impact: within(impact - 1) };
  if (key === 'Home') return { likelihood, impact: 1 };
  return key === 'End' ? { likelihood, impact: 5 } : null;
}

export function isSamePlace(a: MatrixPlace, b: MatrixPlace): boolean {
  return a.likelihood === b.likelihood && a.impact === b.impact;
}

const keyOf = ({ likelihood, impact }: MatrixPlace) => `${likelihood}×${impact}`;

function count(counts: Map<string, number>, place: MatrixPlace): void {
  counts.set(keyOf(place), (counts.get(keyOf(place)) ?? 0) + 1);
}
