import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { riskBands } from '#shared/model/governance/risks.ts';
import { builtInRoles } from '#shared/model/workspace/people.ts';
import { profiles } from '#shared/model/workspace/workspace.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { askedGates } from '#shared/rules/governance/policy/asked-gates.ts';
import { readCondition } from '#shared/rules/governance/policy/conditions.ts';
import { gateChanges } from '#shared/rules/governance/policy/gate-changes.ts';
import type { WantedGate } from '#shared/rules/governance/policy/gate-changes.ts';
import { lineDifference } from '#shared/rules/governance/policy/line-difference.ts';
import type { PolicyFacts } from '#shared/rules/governance/policy/policy-facts.ts';
import { placesOf, roleOfPlace } from '#shared/rules/governance/policy/policy-places.ts';
import { readPolicy } from '#shared/rules/governance/policy/read-policy.ts';

const folder = join(import.meta.dirname, '../../../../resources/templates/policy');

function shippedText(profile: Profile): string {
  return readFileSync(join(folder, `${profile}.yaml`), 'utf8');
}

const facts: PolicyFacts = {
  ...{ releaseType: 'minor', band: 'low', score: 4, standardChange: false, dataMigration: false },
  services: [{ name: 'checkout', financial: false, criticality: 'medium' }],
  environments: [{ name: 'prod-eu', kind: 'production', region: 'eu' }],
  ...{ freezes: [], raisedBy: [], hasRollbackPlan: true },
};
const payments = { name: 'payments', financial: true, criticality: 'high' } as const;

function read(text: string) {
  const { policy, problems } = readPolicy(text);
  if (policy === null) throw new Error(problems[0].message);
  return policy;
}

function keys(profile: Profile, more: Partial<PolicyFacts>) {
  const asked = askedGates(read(shippedText(profile)), 'Policy “X”', { ...facts, ...more });
  return asked.map(({ key }) => key);
}

function said(text: string) {
  return readPolicy(text).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

const small = `name: Small
gates:
  review:
    name: Review
    phase: build
    check: decision
    places: [qa-lead]
    why: Four eyes.
rules:
  - key: all
    when: >-
      releaseType != "none" &&
      score < 99
    add: [review]
    why: Every one.
`;

describe('the policies that are shipped', () => {
  it.each(profiles)('%s can be read, and names roles there are', (profile) => {
    const policy = read(shippedText(profile));
    const roles = builtInRoles.map(({ key }) => key);
    for (const { places, accountable } of policy.gates) {
      for (const role of [...places.map(roleOfPlace), accountable ?? roles[0]])
        expect(roles).toContain(role);
    }
  });

  it('ask for more the higher the risk is', () => {
    const counts = (profile: Profile) =>
      riskBands.map((band) => keys(profile, { band }).length).join(' ');
    expect(counts('startup')).toBe('3 4 6 8');
    expect(counts('standard')).toBe('3 6 11 15');
    expect(counts('regulated')).toBe('4 8 16 20');
  });

  it('ask for proof of tests, findings and controls from high risk on where it is regulated', () => {
    const proof = ['test-results', 'vulnerability-report', 'controls-met'];
    for (const band of ['high', 'critical'] as const) {
      expect(keys('regulated', { band })).toEqual(expect.arrayContaining(proof));
    }
    for (const more of [{ band: 'medium' }, { band: 'high', releaseType: 'hotfix' }] as const) {
      expect(keys('regulated', more).filter((key) => proof.includes(key))).toEqual([]);
    }
    const gates = read(shippedText('regulated')).gates.filter(({ key }) => proof.includes(key));
    expect(gates.map(({ key, check, limits }) => [key === check, limits])).toEqual([
      [true, { failedTests: 0, maxAgeDays: 14 }],
      [true, { findings: { critical: 0, high: 0 }, maxAgeDays: 14 }],
      [true, {}],
    ]);
  });

  it('ask a hotfix for few gates whatever its risk, and for two more where money hangs on it', () => {
    const hotfix = { releaseType: 'hotfix', band: 'critical' } as const;
    expect(keys('standard', hotfix)).toHaveLength(3);
    expect(keys('standard', { ...hotfix, services: [payments] })).toEqual([
      ...['pipeline-green', 'peer-review', 'security-sign-off'],
      ...['emergency-authority', 'owner-go'],
    ]);
  });

  it('ask an emergency for two people and a review, a standard change of low risk for no reviewer', () => {
    for (const profile of profiles) {
      const emergency = keys(profile, { releaseType: 'emergency', band: 'high' });
      expect(emergency).toEqual(['pipeline-green', 'ecab-decision', 'review-held']);
      const standard = { standardChange: true } as const;
      expect(keys(profile, standard)).not.toContain('peer-review');
      expect(keys(profile, { ...standard, band: 'medium' })).toContain('peer-review');
    }
  });
});

describe('a policy that is wrong', () => {
  it.each([
    ['name: [', /^1:\d+ This is no YAML: /],
    ['  \n', /^1:1 The policy is empty\. Start from one/],
    [
      'name: X\ngates: []\nrules: [3]',
      /^2:1 “gates” does not fit: expected names .* received a list/,
    ],
    [small.replace('add: [review]', 'add: [reveiw]'), /^14:11 The rule “all” adds “reveiw”/],
    [small.replace('score < 99', 'scroe < 99'), /^13:7 The condition of “all” names “scroe”/],
    [
      small.replace('score < 99', 'score < "a"'),
      /^1[23]:\d+ The condition of “all” cannot be read/,
    ],
    [
      small.replace('releaseType != "none" &&\n      score < 99', 'score + 1'),
      /^1[12]:\d+ .*is a int, not true or false/,
    ],
    [small.replace('places: [qa-lead]', 'places: []'), /^7:5 “review” is decided by nobody/],
    [
      small.replace('phase: build', 'phase: bulid'),
      /^5:5 the gate “review”|^5:5 Phase of the gate “review”/,
    ],
    [small.replace('name: Review', 'nmae: Review'), /has “nmae”, which is not known there/],
    [
      small.replace('releaseType != "none"', 'releaseType == "major"'),
      /^9:1 A minor release of low risk would have no gate at all \(and \d+ more/,
    ],
    [
      small.replace('rules:', 'rules:\n  - key: all\n    add: [review]\n    why: Twice.'),
      /is the key of an earlier rule/,
    ],
    [small.replace('places: [qa-lead]', 'places: &a [qa-lead]'), /Anchors and aliases/],
    [
      small.replace('score < 99', 'services.exists(s, s.matches("(a+)+$"))'),
      /calls matches\(\), which conditions may not/,
    ],
    [
      small.replace('score < 99', 'services.exists(s, services.exists(t, s == t))'),
      /within another one/,
    ],
    [
      small.replace(
        'score < 99',
        'timestamp("2026-01-01T00:00:00Z") < timestamp("2027-01-01T00:00:00Z")',
      ),
      /calls timestamp\(\)/,
    ],
    [`${small}name: Twice\n`, /^16:1 This is no YAML/],
    ['', /“name”|The policy/],
  ])('is told with its place (%#)', (text, expected) => {
    expect(
      said(text).some((each) => expected.test(each)),
      said(text).join('\n'),
    ).toBe(true);
  });

  it('does not hang or crash the program, however it is written', () => {
    const hostile = [
      '['.repeat(100_000),
      small.replace('score < 99', '('.repeat(900)),
      small.replace('score < 99', `${'!'.repeat(1500)}true`),
      `a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n`,
      small.replace('Review', '<img src=x onerror=alert(1)>\u202e'),
      `${small}${'# x\n'.repeat(40_000)}`,
    ];
    const started = process.cpuUsage().user;
    for (const text of hostile) readPolicy(text);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20);
  });

  it('counts integers as CEL does', () => {
    const read = readCondition('score + 1 > 4');
    if (!('condition' in read)) throw new Error(read.problem.message);
    expect(read.condition.holds(facts)).toBe(true);
    expect([...read.condition.variables]).toEqual(['score']);
  });
});

describe('a place that names a person', () => {
  const person = (id: string, name: string, email = '', leftOn: string | null = null) => ({
    ...{ id, name, email, leftOn },
  });
  const people = [
    person('1', 'Dana Voss', 'dana@example.org'),
    person('2', 'Sam Hill', 'sam@example.org'),
    person('3', 'Sam Hill', 'hill@example.org'),
    person('4', 'Old Hand', '', '2026-01-31'),
  ];
  const naming = (name: string) =>
    small.replace('places: [qa-lead]', `places: [qa-lead, { role: qa-lead, person: ${name} }]`);
  const problemsOf = (name: string) =>
    readPolicy(naming(name), people).problems.map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    );

  it.each([
    ['Nobody Known', /^7:\d+ “review” names “Nobody Known”, who is nobody of this workspace/],
    ['Sam Hill', /^7:\d+ “review” names “Sam Hill”, which 2 people are called; write the e-mail/],
    ['Old Hand', /^7:\d+ “review” names “Old Hand”, who left on 2026-01-31/],
  ])('is told with line and column where that is not one person who is here: %s', (name, said) => {
    const [problem, ...others] = problemsOf(name);
    expect(problem).toMatch(said);
    expect(others).toEqual([]);
  });

  it('is found by name or by e-mail, and keeps the key of its role', () => {
    for (const [name, id] of [
      ['dana voss', '1'],
      ['HILL@example.org', '3'],
    ] as const) {
      expect(problemsOf(name)).toEqual([]);
      const [gate] = read(naming(name)).gates;
      expect(placesOf(gate?.places ?? [], people)).toEqual([
        { key: 'qa-lead', roleKey: 'qa-lead' },
        { key: 'qa-lead-2', roleKey: 'qa-lead', personId: id },
      ]);
    }
  });

  it('is the role’s once nobody is known by the name, and the reason says so', () => {
    const [gate] = askedGates(read(naming('Dana Voss')), 'Policy “X”', facts, []);
    expect(gate?.places.every((place) => place.personId === undefined)).toBe(true);
    expect(gate?.why).toContain('names “Dana Voss”, who is not known here');
  });

  it('is told as a whole where its shape is wrong', () => {
    const wrong = small.replace('[qa-lead]', '[{ role: qa-lead }]');
    expect(said(wrong).join()).toMatch(/^7:\d+ .*\{ role: key, person: "Name or e-mail" \}/);
  });
});

describe('gates that come and go', () => {
  const wanted: WantedGate = {
    ...{ key: 'review', name: 'Review', phase: 'build', check: 'decision', why: 'So.' },
    ...{ places: [{ key: 'qa-lead', roleKey: 'qa-lead' }], facts: [], order: 'a0', limits: {} },
    ...{ ruleKeys: ['all'], accountableRole: null, needed: null, inOrder: false },
    ...{ source: 'policy', policyId: null, policyName: 'Small' },
  };
  const present = { ...wanted, id: '1', decided: false };
  const none = { add: [], update: [], remove: [], stay: [] };

  it('none while nothing is asked for differently', () => {
    expect(gateChanges([present], [wanted], new Set())).toEqual(none);
  });

  it('take on another shape only while nobody decided, and their words always', () => {
    const other = {
      ...wanted,
      why: 'Now so.',
      places: [{ key: 'operations', roleKey: 'operations' }],
    };
    expect(gateChanges([present], [other], new Set()).update).toEqual([
      { id: '1', name: 'Review', patch: { why: 'Now so.', places: other.places } },
    ]);
    expect(gateChanges([{ ...present, decided: true }], [other], new Set())).toEqual({
      ...none,
      update: [{ id: '1', name: 'Review', patch: { why: 'Now so.' } }],
      stay: [{ id: '1', name: 'Review', asked: true }],
    });
  });

  it('never in a phase that is over, and never one somebody added', () => {
    const left = new Set(['build'] as const);
    expect(gateChanges([], [wanted], left)).toEqual(none);
    expect(gateChanges([present], [], left)).toEqual(none);
    expect(gateChanges([{ ...present, source: 'hand' }], [], new Set())).toEqual(none);
    expect(gateChanges([present], [], new Set()).remove).toHaveLength(1);
    expect(gateChanges([{ ...present, decided: true }], [], new Set()).stay).toEqual([
      { id: '1', name: 'Review', asked: false },
    ]);
  });
});

describe('two texts line by line', () => {
  it('tell what was taken out and put in, with a few lines around', () => {
    const before = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n');
    const after = before.replace('line 8', 'line eight\nand a half');
    expect(lineDifference(before, after).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      ...['skipped 4 lines alike', 'same line 5', 'same line 6', 'same line 7', 'removed line 8'],
      ...['added line eight', 'added and a half', 'same line 9', 'same line 10', 'same line 11'],
      'skipped 1 line alike',
    ]);
    expect(lineDifference(before, before)).toEqual([
      { kind: 'skipped', text: '12 lines alike', line: null, lineBefore: null },
    ]);
  });
});
