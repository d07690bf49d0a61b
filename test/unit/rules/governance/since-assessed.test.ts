import { describe, expect, it } from 'vitest';
import type { AssessedOn } from '#shared/model/governance/assessments.ts';
import { sinceAssessed } from '#shared/rules/governance/since-assessed.ts';

const then: AssessedOn = {
  ...{ type: 'minor', dataMigration: false, scope: ['a', 'b'], rollback: 'planned', freezes: [] },
  services: [
    { id: 'pay', name: 'payments-api' },
    { id: 'led', name: 'ledger' },
  ],
};

describe('what made an assessment out of date', () => {
  it('is nothing while the facts are the same, by whatever name its services go', () => {
    const services = then.services.map(({ id }) => ({ id, name: `${id} v2` })).toReversed();
    expect(sinceAssessed(then, { ...then, services })).toEqual([]);
    expect(sinceAssessed(null, then)).toEqual([]);
  });

  it('is each fact that differs, in words', () => {
    const now: AssessedOn = {
      ...{ type: 'major', dataMigration: true, scope: ['b', 'c', 'd'], rollback: 'none' },
      ...{ freezes: ['Christmas freeze'], services: [{ id: 'pay', name: 'payments-api' }] },
    };
    expect(sinceAssessed(then, now)).toEqual([
      ...['it was a minor release and is a major one', 'it migrates data now'],
      ...['ledger left its services', '2 scope items came to it', '1 scope item left it'],
      ...['its rollback plan is gone', 'it lies in Christmas freeze now'],
    ]);
    expect(sinceAssessed(now, then)).toContain('ledger came to its services');
  });
});
