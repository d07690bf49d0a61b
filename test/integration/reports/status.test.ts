import { expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

it('A status page tells what ships, what is at risk, who is waited for and what was decided, without addresses', async () => {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call(
    'people.save',
    { id: cast.jon.id, name: cast.jon.name, email: 'jon@example.com', roles: ['development-lead'] },
    cast.mara.id,
  );
  const release = await aRelease(test, cast);
  await aRelease(test, cast, {
    name: 'Checkout 9',
    components: [{ serviceId: cast.checkout.id, version: '2026.11.0' }],
    deployments: [],
  });
  const gates = await test.call('gates.list', { releaseId: release.id });
  const gateOf = (key: string) => gates.find((each) => each.key === key)?.id ?? '';
  const asked = { gateId: gateOf('peer-review'), note: 'secret', dueOn: '2026-11-27' };
  await test.call('approvals.request', asked, cast.mara.id);
  await test.call(
    'approvals.decide',
    {
      gateId: gateOf('qa-sign-off'),
      outcome: 'conditional-go',
      channel: 'meeting',
      comment: 'between us',
      conditions: [{ text: 'Ask jon@example.com', ownerId: cast.jon.id, dueOn: '2026-11-27' }],
    },
    cast.ana.id,
  );
  await test.call('releases.hold', { id: release.id, reason: 'Ledger first' }, cast.mara.id);
  const stakeholder = { releaseId: release.id, involvement: 'informed' } as const;
  await test.call('stakeholders.save', { ...stakeholder, personId: cast.jon.id }, cast.mara.id);

  const operations = { gateId: gateOf('operations-readiness'), channel: 'self' } as const;
  const refused = { ...operations, outcome: 'no-go', comment: 'between us' } as const;
  await test.call('approvals.decide', refused, cast.tomas.id);

  const status = await test.call('reports.status', {});
  expect(status.weeks.map(({ from, ships }) => [from, ships.map(({ name }) => name)])).toEqual([
    ['2026-11-23', []],
    ['2026-11-30', ['Payments 4.2']],
  ]);
  expect(status.weeks[1]?.ships[0]).toMatchObject({
    environments: ['prod-eu'],
    services: [{ name: 'payments-api', version: '4.2.0' }],
    owner: 'Mara Okafor',
    onHold: true,
  });
  expect(status.atRisk[0]?.reasons[0]).toEqual({
    kind: 'hold',
    text: 'It is on hold: Ledger first.',
  });
  expect(status.atRisk[0]?.reasons).toContainEqual({
    kind: 'gate',
    text: 'Operations readiness is blocked by a no-go.',
  });
  const things = status.waiting.flatMap(({ name, things: own }) =>
    own.map(({ what, dueOn }) => `${name}: ${what}, ${dueOn}`),
  );
  expect(things).toContainEqual(expect.stringMatching(/: Decide Peer review as .*, 2026-11-27$/));
  expect(things).toContain(
    'Jon Bell: Meet the condition of QA sign-off: Ask [address], 2026-11-27',
  );
  expect(status.decisions).toMatchObject([
    { who: 'Tomás Rey', outcome: 'no-go', channel: 'self', withdrawn: false },
    { who: 'Ana Duarte', outcome: 'conditional-go', channel: 'meeting', withdrawn: false },
  ]);
  const later = await test.call('reports.status', { week: '2026-12-09' });
  expect(later.weeks.map(({ ships }) => ships.length)).toEqual([0, 0]);
  const other = await test.call('reports.status', { serviceId: cast.checkout.id });
  expect([other.weeks[1]?.ships, other.decisions]).toEqual([[], []]);

  const file = async (format: 'html' | 'text' | 'eml', to: 'nobody' | 'informed' = 'nobody') =>
    test.call('reports.statusFile', { format, to });
  for (const { text } of [await file('html'), await file('text')]) {
    expect(text).toContain('Payments 4.2');
    expect(text).not.toMatch(/example\.com|between us|secret/);
  }
  expect((await file('eml')).text).not.toMatch(/^To:/m);
  const draft = await file('eml', 'informed');
  expect([draft.recipients, draft.text]).toEqual([1, expect.stringContaining('jon@example.com')]);
  expect(test.errors).toEqual([]);
});
