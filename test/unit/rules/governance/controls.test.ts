import { describe, expect, it } from 'vitest';
import { byControlKey, judgeControl } from '#shared/rules/governance/controls.ts';
import type {
  ControlEvidence,
  ControlGate,
  ControlInput,
} from '#shared/rules/governance/controls.ts';
import { readCondition } from '#shared/rules/governance/policy/conditions.ts';
import type { PolicyFacts } from '#shared/rules/governance/policy/policy-facts.ts';
import { shippedControls } from '#shared/rules/governance/shipped-controls.ts';
import type { ShippedControl } from '#shared/rules/governance/shipped-controls.ts';

const facts: PolicyFacts = {
  ...{ releaseType: 'major', band: 'high', score: 12, standardChange: false, dataMigration: true },
  services: [{ name: 'Payments', financial: true, criticality: 'high' }],
  environments: [{ name: 'prod-eu', kind: 'production', region: 'eu' }],
  ...{ freezes: [], hasRollbackPlan: true, raisedBy: [] },
};
const control: ShippedControl & { id: string } = {
  ...{ id: 'c', key: 'PCI-6.5.1', name: 'Procedure', kind: 'regulatory', source: 'PCI DSS' },
  ...{ proof: 'Reviewed by two.', applies: 'financial', gateKeys: ['qa'], evidenceKinds: [] },
};
const qa: ControlGate = {
  ...{ id: 'g', key: 'qa', name: 'QA sign-off', check: 'decision', status: 'passed' },
  ...{ summary: 'go by Ana Duarte', byException: null },
};
const scan: ControlEvidence = {
  ...{ id: 'e', title: 'scan.sarif', kind: 'sarif', controlKeys: [], stale: null },
};

function judged(of: Partial<ShippedControl>, input: Partial<ControlInput> = {}) {
  const asked = { ...control, ...of };
  return judgeControl(asked, { facts, gates: [qa], evidence: [], ...input });
}

describe('a control', () => {
  it('applies where its condition holds, and says what that saw', () => {
    expect(judged({})).toMatchObject({ state: 'met', why: 'Seen: Payments is financial.' });
    const other = { ...facts, services: [] };
    expect(judged({}, { facts: other })).toMatchObject({
      ...{ state: 'not-applicable', why: 'Seen: no financial service.', proofs: [], missing: [] },
    });
    expect(judged({ applies: ' ' }).why).toBe('It applies to every release.');
    // What fails on the facts is asked rather than passed over.
    expect(judged({ applies: 'services[3] == "x"' }).state).toBe('met');
  });

  it('is open while one of its gates has not passed, and says which', () => {
    const waiting: ControlGate = { ...qa, status: 'waiting', summary: 'waits for Ana Duarte' };
    expect(judged({}, { gates: [waiting] })).toMatchObject({
      ...{ state: 'open', wantsEvidence: false },
      missing: ['The gate “QA sign-off” has not passed: waits for Ana Duarte.'],
    });
    const both = { gateKeys: ['qa', 'other'] };
    const gates = [qa, { ...waiting, id: 'o', key: 'other', name: 'Other' }];
    expect(judged(both, { gates }).missing).toHaveLength(1);
    // A gate the release does not have is asked of others.
    expect(judged(both).state).toBe('met');
  });

  it('is kept by exception where a gate was passed or taken off by one', () => {
    const by = { id: 'x', grantedById: null, expiresAt: '', rationale: '' };
    const passed: ControlGate = { ...qa, byException: by };
    expect(judged({}, { gates: [passed] }).state).toBe('excepted');
    const off: ControlGate = { ...qa, status: 'not-applicable' };
    expect(judged({}, { gates: [off] })).toMatchObject({
      state: 'excepted',
      proofs: [{ holds: 'by-exception' }],
    });
  });

  it('wants evidence of its kinds, or that names it, beside its gates or in their place', () => {
    const kinds = { evidenceKinds: ['sarif' as const] };
    expect(judged(kinds)).toMatchObject({
      ...{ state: 'open', wantsEvidence: true },
      missing: ['Add SARIF, or evidence that names PCI-6.5.1.'],
    });
    expect(judged(kinds, { evidence: [scan] }).state).toBe('met');
    const old = { ...scan, stale: '15 days old, limit 14' };
    expect(judged(kinds, { evidence: [old] }).missing).toEqual([
      '“scan.sarif” is out of date: 15 days old, limit 14. Add SARIF, or evidence that names PCI-6.5.1.',
    ]);
    const note = { ...scan, kind: 'note' as const, controlKeys: ['PCI-6.5.1'] };
    expect(judged(kinds, { evidence: [note] }).state).toBe('met');
    const none = { gateKeys: [] };
    expect(judged(none).missing).toEqual(['Add evidence that names PCI-6.5.1.']);
    expect(judged(none, { evidence: [note] }).state).toBe('met');
    // Evidence does not stand in for a gate the release has.
    const failed: ControlGate = { ...qa, status: 'failed' };
    expect(judged({}, { gates: [failed], evidence: [note] }).state).toBe('open');
  });

  it('is not proven by the gate that looks at controls', () => {
    const self: ControlGate = { ...qa, check: 'controls-met' };
    expect(judged({}, { gates: [self] }).state).toBe('open');
  });

  it('stands in the order of its number', () => {
    const keys = ['6.5.10', '6.5.9', '6.5.1'].map((key) => ({ key }));
    expect(keys.toSorted(byControlKey).map(({ key }) => key)).toEqual(['6.5.1', '6.5.9', '6.5.10']);
  });
});

describe('the controls that come with the program', () => {
  it.each(shippedControls.map((each) => [each.key, each] as const))(
    '%s can be asked',
    (_, each) => {
      expect(readCondition(each.applies)).toHaveProperty('condition');
      expect(each.gateKeys.length + each.evidenceKinds.length + each.proof.length).toBeGreaterThan(
        0,
      );
    },
  );
});
