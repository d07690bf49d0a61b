import { describe, expect, it } from 'vitest';
import type { GateView } from '#shared/model/governance/gates.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

async function gateOf(test: TestApp, releaseId: string, key: string): Promise<GateView> {
  const gates = await test.call('gates.list', { releaseId });
  const found = gates.find((gate) => gate.key === key);
  if (found === undefined) {
    throw new Error(`no gate ${key}; there are ${gates.map((gate) => gate.key).join(', ')}`);
  }
  return found;
}

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  const gate = await gateOf(test, release.id, 'peer-review');
  return { test, cast, release, gate };
}

describe('A decision', () => {
  it('stores who decided, who recorded it, how and when, and passes its gate', async () => {
    const { test, cast, release, gate } = await start();
    expect(gate.status).toBe('waiting');
    const decision = await test.call(
      'approvals.decide',
      {
        gateId: gate.id,
        outcome: 'go',
        decidedById: cast.jon.id,
        channel: 'meeting',
        comment: 'Read it.',
      },
      cast.mara.id,
    );
    expect(decision).toMatchObject({
      decidedById: cast.jon.id,
      recordedById: cast.mara.id,
      channel: 'meeting',
      decidedAt: '2026-11-24T09:20:00.000Z',
      current: true,
      differences: [],
    });
    expect((await gateOf(test, release.id, gate.key)).status).toBe('passed');
  });

  it('goes stale with the difference when a bound fact changes, and the gate re-opens', async () => {
    const { test, cast, release, gate } = await start();
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    await test.call(
      'scope.add',
      { releaseId: release.id, title: 'Store card aliases', ticket: 'PAY-914' },
      cast.ana.id,
    );
    const after = await gateOf(test, release.id, gate.key);
    expect(after.status).toBe('out-of-date');
    expect(after.decisions[0]).toMatchObject({
      current: false,
      differences: [{ group: 'scope', what: 'PAY-914 Store card aliases', from: null }],
    });
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    expect((await gateOf(test, release.id, gate.key)).status).toBe('passed');
  });

  it('stays current when a typo is mended in a title or a note', async () => {
    const { test, cast, release, gate } = await start();
    const item = await test.call(
      'scope.add',
      { releaseId: release.id, title: 'Stroe card aliases', ticket: 'PAY-914' },
      cast.ana.id,
    );
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    await test.call('scope.update', { id: item.id, title: 'Store card aliases' }, cast.ana.id);
    await test.call('scope.update', { id: item.id, note: 'for repeat payments' }, cast.ana.id);
    await test.call('releases.update', { id: release.id, notes: 'Mended.' }, cast.mara.id);
    expect((await gateOf(test, release.id, gate.key)).status).toBe('passed');
  });

  it.each([
    ['components', { components: true }],
    ['planned start', { start: true }],
    ['risks', { risk: true }],
    ['rollback plan', { rollback: true }],
  ])('is given for earlier facts once the %s changed', async (_what, change) => {
    const { test, cast, release, gate } = await start();
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    const [part] = release.components;
    const [planned] = release.deployments;
    if (part === undefined || planned === undefined) throw new Error('a release with both');
    if ('components' in change) {
      const { id, serviceId, commit } = part;
      const components = [{ id, serviceId, version: '4.2.1', commit }];
      await test.call('releases.update', { id: release.id, components }, cast.mara.id);
    }
    if ('start' in change) {
      const { id, environmentId, zone } = planned;
      const deployments = [{ id, environmentId, zone, startAt: '2026-12-02T22:00:00.000Z' }];
      await test.call('releases.update', { id: release.id, deployments }, cast.mara.id);
    }
    if ('risk' in change) {
      const risk = { releaseId: release.id, title: 'Cold cache', likelihood: 3, impact: 4 };
      await test.call('risks.add', risk, cast.ana.id);
    }
    if ('rollback' in change) {
      const plan = { releaseId: release.id, steps: 'Switch back\nTell support' };
      await test.call('rollback.save', plan, cast.ana.id);
    }
    expect((await gateOf(test, release.id, gate.key)).status).toBe('out-of-date');
  });

  it('is refused to the requester, with the way out', async () => {
    const { test, cast, gate } = await start();
    const error = await test.refused(
      'approvals.decide',
      { gateId: gate.id, outcome: 'go' },
      cast.mara.id,
    );
    expect(error.code).toBe('forbidden');
    expect(error.message).toMatch(/Mara Okafor.*cannot/);
  });

  it('withdrawn stays in the record, and the gate waits again', async () => {
    const { test, cast, release, gate } = await start();
    const { id } = await test.call(
      'approvals.decide',
      { gateId: gate.id, outcome: 'go' },
      cast.jon.id,
    );
    const withdrawn = await test.call(
      'approvals.withdraw',
      { decisionId: id, reason: 'Load test failed' },
      cast.jon.id,
    );
    expect(withdrawn.withdrawn).toMatchObject({ byId: cast.jon.id, reason: 'Load test failed' });
    const after = await gateOf(test, release.id, gate.key);
    expect(after.status).toBe('waiting');
    expect(after.decisions).toHaveLength(1);
    const again = { decisionId: id, reason: 'Twice' };
    expect((await test.refused('approvals.withdraw', again, cast.jon.id)).code).toBe('conflict');
  });

  it('with conditions fails its gate once one is overdue, and passes it when met', async () => {
    const { test, cast, release, gate } = await start();
    const conditions = [{ text: 'Smoke test signed', ownerId: cast.ana.id, dueOn: '2026-11-26' }];
    const decision = await test.call(
      'approvals.decide',
      { gateId: gate.id, outcome: 'conditional-go', conditions },
      cast.jon.id,
    );
    expect((await gateOf(test, release.id, gate.key)).status).toBe('passed');
    test.setNow('2026-11-28T09:00:00.000Z');
    expect((await gateOf(test, release.id, gate.key)).status).toBe('failed');
    const [condition] = decision.conditions;
    await test.call('approvals.meetCondition', { conditionId: condition?.id ?? '' }, cast.ana.id);
    expect((await gateOf(test, release.id, gate.key)).status).toBe('passed');
  });

  it('is journaled with the person, and the journal verifies', async () => {
    const { test, cast, release, gate } = await start();
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    const { entries } = await test.call('releases.history', { id: release.id });
    expect(entries[0]).toMatchObject({
      byId: cast.jon.id,
      command: 'approvals.decide',
      entity: 'decision',
      label: 'go',
    });
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true, findings: [] });
    expect(test.errors).toEqual([]);
  });
});
