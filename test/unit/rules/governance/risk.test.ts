import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskBands } from '#shared/model/governance/risks.ts';
import { assessRisk } from '#shared/rules/governance/risk.ts';
import type { RiskSubject } from '#shared/rules/governance/risk.ts';

function subject(more: Partial<RiskSubject> = {}): RiskSubject {
  return {
    ...{ risks: [], dataMigration: false, services: [], rollbackPlanPresent: true },
    ...{ assessed: null, freezes: [] },
    ...more,
  };
}

function risk(likelihood: number, impact: number, state: 'open' | 'mitigated' = 'open') {
  return { title: `${likelihood} by ${impact}`, likelihood, impact, state };
}

const financial = { name: 'payments-api', financial: true, criticality: 'high' as const };

describe('the risk of a release', () => {
  it('is its highest open risk, with the arithmetic ready to be read out', () => {
    expect(assessRisk(subject({ risks: [risk(2, 2), risk(3, 4), risk(1, 5)] }))).toEqual({
      score: 12,
      band: 'high',
      from: 'register',
      arithmetic: 'likelihood 3 × impact 4 = 12, high from 10',
      raisedBy: [],
    });
  });

  it.each([
    [1, 1, 'low'],
    [2, 2, 'low'],
    [1, 5, 'medium'],
    [3, 3, 'medium'],
    [2, 5, 'high'],
    [3, 5, 'high'],
    [4, 4, 'critical'],
    [5, 5, 'critical'],
  ])('likelihood %i and impact %i are %s', (likelihood, impact, band) => {
    expect(assessRisk(subject({ risks: [risk(likelihood, impact)] })).band).toBe(band);
  });

  it('counts no risk that is mitigated, accepted or closed', () => {
    expect(assessRisk(subject({ risks: [risk(5, 5, 'mitigated'), risk(1, 2)] })).score).toBe(2);
    expect(assessRisk(subject())).toEqual({
      score: 0,
      band: 'low',
      arithmetic: 'no open risk and no assessment, score 0, low',
      from: 'nothing',
      raisedBy: [],
    });
  });

  it('is at least high with a data migration, a financial service or no rollback plan', () => {
    const assessed = assessRisk(
      subject({
        risks: [risk(1, 2)],
        dataMigration: true,
        services: [financial],
        rollbackPlanPresent: false,
      }),
    );
    expect(assessed.band).toBe('high');
    expect(assessed.score).toBe(2);
    expect(assessed.arithmetic).toBe('likelihood 1 × impact 2 = 2, low from 1');
    expect(assessed.raisedBy).toEqual([
      'data migration: going back to the old version does not bring the old data back',
      'financial system: payments-api',
      'no rollback plan yet: write its steps to take this away',
    ]);
  });

  it('names what raises it too when the score is that high already, and lowers nothing', () => {
    const assessed = assessRisk(subject({ risks: [risk(5, 4)], services: [financial] }));
    expect(assessed.band).toBe('critical');
    expect(assessed.raisedBy).toEqual(['financial system: payments-api']);
  });

  it('never falls when a risk is added, and does not hang on their order', () => {
    const level = fc.integer({ min: 1, max: 5 });
    const risks = fc.array(
      fc.tuple(level, level).map(([a, b]) => risk(a, b)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(risks, risks, fc.boolean(), (some, more, dataMigration) => {
        const before = assessRisk(subject({ risks: some, dataMigration }));
        const after = assessRisk(subject({ risks: [...more, ...some], dataMigration }));
        expect(riskBands.indexOf(after.band)).toBeGreaterThanOrEqual(
          riskBands.indexOf(before.band),
        );
        expect(assessRisk(subject({ risks: [...some, ...more], dataMigration }))).toEqual(after);
      }),
    );
  });
});

describe('the risk with questions answered', () => {
  it('is the higher of the register and the questions, and says which counts', () => {
    const assessed = { likelihood: 4, impact: 4 };
    expect(assessRisk(subject({ risks: [risk(3, 4)], assessed }))).toMatchObject({
      ...{ score: 16, band: 'critical', from: 'questions' },
      arithmetic: 'likelihood 4 × impact 4 = 16, critical from 16',
    });
    expect(assessRisk(subject({ risks: [risk(5, 5)], assessed })).from).toBe('register');
    expect(assessRisk(subject())).toMatchObject({ score: 0, band: 'low', from: 'nothing' });
  });

  it('is at least high inside a freeze, and says which', () => {
    const found = assessRisk(subject({ freezes: ['Year end', 'Christmas'] }));
    expect(found).toMatchObject({
      band: 'high',
      raisedBy: ['inside a freeze: Christmas, Year end'],
    });
  });
});
