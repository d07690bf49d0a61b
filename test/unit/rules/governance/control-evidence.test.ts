import { describe, expect, it } from 'vitest';
import { controlEvidence } from '#shared/rules/governance/control-evidence.ts';
import type { ControlGate } from '#shared/rules/governance/controls.ts';
import type { EvidenceEntry } from '#shared/rules/governance/evidence/standing.ts';
import { london, now } from './release-builder.ts';

const built = { serviceId: 'pay', version: '4.2.0', commit: '9f2c1abde' };
const at = '2026-11-24T09:00:00.000Z';

function run(failed: number, more: Partial<EvidenceEntry> = {}): EvidenceEntry {
  return {
    ...{ id: 'e', gateId: null, kind: 'junit', title: 'unit.xml', source: 'Maven', note: '' },
    ...{ url: '', digest: '', detailHash: null, builtFrom: [built], controlKeys: [] },
    ...{ collectedAt: at, addedAt: at, expiresAt: null, withdrawn: false },
    summary: { kind: 'tests', total: 9, failed, skipped: 0, passed: 9 - failed, seconds: 1 },
    ...more,
  };
}

const tests: ControlGate = {
  ...{ id: 'g', key: 'tests', name: 'Tests', check: 'test-results', status: 'passed' },
  ...{ summary: '9 tests', byException: null },
};
const ground = { components: [built], serviceNames: new Map(), now, zone: london };
const stale = (entries: EvidenceEntry[], gates: ControlGate[] = []) =>
  controlEvidence(entries, gates, ground).map((each) => each.stale);

describe('a report that should prove a control', () => {
  it('does so only while it is clean, where no gate reads it', () => {
    expect(stale([run(0)])).toEqual([null]);
    expect(stale([run(2)])).toEqual(['2 of 9 tests failed, limit 0']);
  });

  it('goes by the gate that reads it or that it was brought for', () => {
    expect(stale([run(2)], [tests])).toEqual([null]);
    const failed: ControlGate = { ...tests, status: 'failed', summary: '2 of 9 tests failed' };
    const text = 'its gate “Tests” has not passed: 2 of 9 tests failed';
    expect(stale([run(0)], [failed])).toEqual([text]);
    const sign: ControlGate = { ...failed, check: 'decision' };
    expect(stale([run(0, { gateId: 'g' })], [sign])).toEqual([text]);
  });

  it('names what the runs before it were brought for, unless those were withdrawn', () => {
    const first = run(0, { id: 'a', controlKeys: ['A'], collectedAt: '2026-11-23T09:00:00.000Z' });
    const keys = (before: EvidenceEntry) =>
      controlEvidence([before, run(0)], [], ground).map(({ controlKeys }) => controlKeys);
    expect(keys(first)).toEqual([['A']]);
    expect(keys({ ...first, withdrawn: true })).toEqual([[]]);
  });
});
