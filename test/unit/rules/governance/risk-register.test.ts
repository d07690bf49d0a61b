import { describe, expect, it } from 'vitest';
import { matrixOf, placeBeside } from '#shared/rules/governance/risk-matrix.ts';
import {
  checkResidual,
  mitigationStanding,
  withResidual,
} from '#shared/rules/governance/risk-terms.ts';

const levels = (
  likelihood: number,
  impact: number,
  residualLikelihood: number | null = null,
  residualImpact: number | null = null,
) => ({ likelihood, impact, residualLikelihood, residualImpact });

describe('residual risk', () => {
  it('is both levels or none, and never above the inherent ones', () => {
    expect(() => checkResidual(levels(3, 4))).not.toThrow();
    expect(() => checkResidual(levels(3, 4, 3, 4))).not.toThrow();
    expect(() => checkResidual(levels(3, 4, null, 2))).toThrow(/likelihood is missing/);
    expect(() => checkResidual(levels(3, 4, 2, null))).toThrow(/impact is missing/);
    expect(() => checkResidual(levels(3, 4, 4, 1))).toThrow(/4 × 1 left of 3 × 4/);
  });

  it('begins at the inherent level of the axis that was not judged, and goes whole', () => {
    expect(withResidual(levels(3, 4), 'likelihood', 2)).toEqual({
      ...{ residualLikelihood: 2, residualImpact: 4 },
    });
    expect(withResidual(levels(3, 4, 2, 2), 'impact', null)).toEqual({
      ...{ residualLikelihood: null, residualImpact: null },
    });
  });
});

describe('a mitigation', () => {
  it.each([
    ['open', '2026-11-24', 'overdue'],
    ['open', '2026-11-25', 'soon'],
    ['open', '2026-12-02', 'soon'],
    ['open', '2026-12-03', 'later'],
    ['open', null, 'undated'],
    ['mitigated', '2026-11-24', 'settled'],
  ] as const)('of a risk that is %s, due %s, is %s', (state, dueOn, standing) => {
    expect(mitigationStanding({ state, dueOn }, '2026-11-25')).toBe(standing);
  });
});

describe('the matrix', () => {
  it('counts risks before and after mitigation, and what moves', () => {
    const risks = [levels(3, 4, 2, 2), levels(3, 4, 2, 2), levels(3, 4, 3, 4), levels(1, 1)];
    const { cells, moves, unjudged } = matrixOf(risks);
    const at = (likelihood: number, impact: number) =>
      cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact);
    expect(cells).toHaveLength(25);
    expect(at(3, 4)).toMatchObject({ band: 'high', inherent: 3, residual: 1 });
    expect(at(2, 2)).toMatchObject({ band: 'low', inherent: 0, residual: 2 });
    expect(moves).toEqual([
      { from: { likelihood: 3, impact: 4 }, to: { likelihood: 2, impact: 2 }, count: 2 },
    ]);
    expect(unjudged).toBe(1);
  });

  it('is walked by arrows up to its edges', () => {
    expect(placeBeside({ likelihood: 4, impact: 1 }, 'ArrowUp')).toEqual({
      ...{ likelihood: 5, impact: 1 },
    });
    expect(placeBeside({ likelihood: 5, impact: 5 }, 'ArrowRight')).toEqual({
      ...{ likelihood: 5, impact: 5 },
    });
    expect(placeBeside({ likelihood: 5, impact: 5 }, 'a')).toBeNull();
  });
});
