import { isSamePlace, residualPlace } from '#shared/rules/governance/risk-matrix.ts';
import type { RiskLevels } from '#shared/rules/governance/risk-terms.ts';
import type { MatrixPick } from './MatrixPanel.tsx';

/** The risk lies in the cell that was picked, on the side the matrix showed. */
export function isPicked(risk: RiskLevels, pick: MatrixPick): boolean {
  return isSamePlace(pick.side === 'residual' ? residualPlace(risk) : risk, pick);
}
