import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factGroups } from '#shared/model/governance/gates.ts';
import { boundText, diffFacts } from '#shared/rules/governance/facts.ts';
import { releaseFacts } from '#shared/rules/governance/release-facts.ts';
import type { FactSources } from '#shared/rules/governance/release-facts.ts';
import { factSources } from './release-builder.ts';

const bound = (sources: FactSources) => boundText(releaseFacts(sources), factGroups);
const original = factSources();

function differences(after: FactSources, before: FactSources = original) {
  return diffFacts(releaseFacts(before), releaseFacts(after), factGroups);
}

function withRisk(more: Partial<FactSources['risks'][number]>): FactSources {
  return factSources({ risks: original.risks.map((risk) => ({ ...risk, ...more })) });
}

function withPlan(more: object): FactSources {
  const plan = original.rollbackPlan;
  return factSources({ rollbackPlan: plan && { ...plan, ...more } });
}

function withComponent(more: object): FactSources {
  const [api, site] = original.components;
  return factSources({ components: api && site ? [{ ...api, ...more }, site] : [] });
}

function withScope(more: object): FactSources {
  const [card, refund] = original.scope;
  return factSources({ scope: card && refund ? [{ ...card, ...more }, refund] : [] });
}

/** Every change of something a decision is given on, and how it reads afterwards. */
const boundChanges: [string, FactSources, string][] = [
  [
    'a new version',
    withComponent({ version: '4.2.0' }),
    'payments-api version: 4.2.0-rc.3 → 4.2.0',
  ],
  [
    'another commit',
    withComponent({ commit: '00aa11b' }),
    'payments-api commit: 9f2c1ab → 00aa11b',
  ],
  ['an artefact', withComponent({ artefact: 'api:4' }), 'payments-api artefact: null → api:4'],
  [
    'a component less',
    factSources({ components: original.components.slice(0, 1) }),
    'site: 2026.11.0, site:2026.11.0 → null',
  ],
  [
    'a scope item more',
    factSources({
      scope: [
        ...original.scope,
        { id: 's3', kind: 'fix', title: 'Logs', ticket: 'PAY-9', status: 'open' },
      ],
    }),
    'PAY-9 Logs: null → fix, PAY-9',
  ],
  ['another kind', withScope({ kind: 'fix' }), 'PAY-914 Store card aliases kind: feature → fix'],
  [
    'another ticket',
    withScope({ ticket: 'PAY-915' }),
    'PAY-915 Store card aliases ticket: PAY-914 → PAY-915',
  ],
  [
    'a dropped scope item',
    withScope({ status: 'dropped' }),
    'PAY-914 Store card aliases: feature, PAY-914 → null',
  ],
  [
    'a scope item less',
    factSources({ scope: original.scope.slice(1) }),
    'PAY-914 Store card aliases: feature, PAY-914 → null',
  ],
  [
    'a higher likelihood',
    withRisk({ likelihood: 4 }),
    'Migration takes longer than the window likelihood: 3 → 4',
  ],
  [
    'a lower impact',
    withRisk({ impact: 3 }),
    'Migration takes longer than the window impact: 4 → 3',
  ],
  [
    'a closed risk',
    withRisk({ state: 'closed' }),
    'Migration takes longer than the window state: open → closed',
  ],
  [
    'another mitigation',
    withRisk({ mitigation: 'Hope.' }),
    'Migration takes longer than the window mitigation: Rehearse on a copy. → Hope.',
  ],
  [
    'other steps',
    withPlan({ steps: 'Restore' }),
    'rollback plan steps: Stop the workers\nDeploy 4.1.3\nStart the workers → Restore',
  ],
  [
    'a longer rollback',
    withPlan({ durationMinutes: 50 }),
    'rollback plan duration: 45 min → 50 min',
  ],
  [
    'another point of no return',
    withPlan({ pointOfNoReturn: 'Never' }),
    'rollback plan point of no return: Once the new ledger is written → Never',
  ],
  [
    'another start',
    factSources({
      start: {
        startAt: '2026-12-02T22:00:00.000Z',
        endAt: '2026-12-02T23:30:00.000Z',
        zone: 'Europe/Berlin',
      },
    }),
    'planned start: Thu 26 Nov 2026 22:00 London (Thu 26 Nov 2026 22:00 UTC) → Wed 2 Dec 2026 23:00 Berlin (Wed 2 Dec 2026 22:00 UTC)',
  ],
];

/** What may be mended without asking anybody again. */
const freeChanges: [string, FactSources][] = [
  ['the title of a scope item', withScope({ title: 'Store card aliasses' })],
  ['the status of a scope item that is not dropped', withScope({ status: 'done' })],
  ['the title of a risk', withRisk({ title: 'Migration is slow' })],
  ['the name of a service', factSources({ serviceNames: new Map([['api', 'Payments API']]) })],
  ['blanks in a mitigation', withRisk({ mitigation: '  Rehearse  on a\tcopy.\r\n\n' })],
  [
    'blank lines in the rollback steps',
    withPlan({ steps: '\nStop the workers\r\n\r\nDeploy  4.1.3\nStart the workers ' }),
  ],
  [
    'how long the deployment takes, and the zone it is shown in',
    factSources({
      start: {
        startAt: '2026-11-26T23:00:00+01:00',
        endAt: '2026-11-27T02:00:00.000Z',
        zone: 'Europe/Berlin',
      },
    }),
  ],
];

describe('the text a fingerprint is taken over', () => {
  it.each(boundChanges)('changes with %s', (_, after) => {
    expect(bound(after)).not.toBe(bound(original));
  });

  it.each(freeChanges)('stays the same when %s changes', (_, after) => {
    expect(bound(after)).toBe(bound(original));
    expect(differences(after)).toEqual([]);
  });

  it('binds only the groups the gate declares', () => {
    const later = factSources({ start: null });
    const groups = ['components', 'scope'] as const;
    expect(boundText(releaseFacts(later), groups)).toBe(boundText(releaseFacts(original), groups));
    expect(bound(later)).not.toBe(bound(original));
  });

  it('does not hang on the order of rows, fields or groups', () => {
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        shuffled(original.components),
        shuffled(original.scope),
        shuffled(factGroups),
        (components, scope, groups) => {
          const facts = releaseFacts(factSources({ components, scope }));
          const turned = Object.fromEntries(
            Object.entries(facts.risks[0]?.bound ?? {}).toReversed(),
          );
          const risks = facts.risks.map((row) => ({ ...row, bound: turned }));
          expect(boundText({ ...facts, risks }, groups)).toBe(bound(original));
        },
      ),
    );
  });

  it('keeps two components of one service apart, whatever their order', () => {
    const again = { serviceId: 'api', version: '4.1.3', commit: null, artefact: null };
    const one = factSources({ components: [...original.components, again] });
    const other = factSources({ components: [again, ...original.components] });
    expect(bound(one)).toBe(bound(other));
    expect(bound(one)).not.toBe(bound(original));
  });

  it('is the same exactly when no difference is found', () => {
    const text = fc.constantFrom('', 'a', 'b', 'a b');
    const sources = fc.record({
      components: fc.array(
        fc.record({
          serviceId: fc.constantFrom('api', 'site'),
          version: fc.constantFrom('1', '2'),
          commit: fc.constantFrom(null, 'abcdef0'),
          artefact: fc.constantFrom(null, 'x'),
        }),
        { maxLength: 3 },
      ),
      scope: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom('1', '2', '3'),
          kind: fc.constantFrom('feature' as const, 'fix' as const),
          title: text,
          ticket: text,
          status: fc.constantFrom('open' as const, 'done' as const, 'dropped' as const),
        }),
        { selector: ({ id }) => id, maxLength: 3 },
      ),
      rollbackPlan: fc.option(
        fc.record({
          steps: text,
          durationMinutes: fc.option(fc.nat({ max: 2 })),
          pointOfNoReturn: text,
        }),
      ),
    });
    fc.assert(
      fc.property(sources, sources, (a, b) => {
        const [before, after] = [factSources(a), factSources(b)];
        expect(differences(after, before).length === 0).toBe(bound(before) === bound(after));
      }),
      { numRuns: 400 },
    );
  });
});

describe('the difference between facts then and now', () => {
  it.each(boundChanges)('%s reads in people’s words', (_, after, words) => {
    const found = differences(after).map(({ what, from, to }) => `${what}: ${from} → ${to}`);
    expect(found).toEqual([words]);
  });

  it('shows a plan that was written after the decision as added', () => {
    const without = factSources({
      rollbackPlan: { steps: ' \n', durationMinutes: null, pointOfNoReturn: '' },
    });
    expect(releaseFacts(without)['rollback-plan']).toEqual([]);
    expect(differences(original, without)).toMatchObject([
      { group: 'rollback-plan', what: 'rollback plan', from: null },
    ]);
  });

  it('cuts long texts to the part that changed', () => {
    const long = `${'check the queue and wait. '.repeat(30)}Deploy 4.1.3`;
    const [change] = differences(
      withPlan({ steps: long.replace('4.1.3', '4.1.4') }),
      withPlan({ steps: long }),
    );
    expect(change?.from).toMatch(/^….{1,60}4\.1\.3$/);
    expect(change?.to).toMatch(/^….{1,60}4\.1\.4$/);
  });
});
