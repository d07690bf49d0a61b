import { describe, expect, it } from 'vitest';
import type { GateView } from '#shared/model/governance/gates.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

async function gateOf(test: TestApp, releaseId: string, key: string): Promise<GateView> {
  const gates = await test.call('gates.list', { releaseId });
  const found = gates.find((gate) => gate.key === key);
  if (found === undefined)
    throw new Error(`no gate ${key}: ${gates.map((gate) => gate.key).join()}`);
  return found;
}

/** Today is Tuesday, 24 November 2026. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  const gate = await gateOf(test, release.id, 'peer-review');
  const queue = async (personId: string) =>
    (await test.call('approvals.queue', {}, personId)).items.map((item) => item);
  return { test, cast, release, gate, queue };
}

describe('A decision asked for', () => {
  it('waits in the queue of those asked, with its day and what a go sets off, until given', async () => {
    const { test, cast, gate, queue } = await start();
    const past = { gateId: gate.id, dueOn: '2026-11-23' };
    expect((await test.refused('approvals.request', past, cast.mara.id)).fields).toHaveProperty(
      'dueOn',
    );
    const request = { gateId: gate.id, note: 'Small one', dueOn: '2026-11-25' };
    await test.call('approvals.request', request, cast.mara.id);
    const [item, ...others] = await queue(cast.jon.id);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      ...{ kind: 'decide', gateId: gate.id, note: 'Small one', dueOn: '2026-11-25', late: false },
      starts: expect.stringContaining('Your go decides: the gate passes'),
    });
    expect((await gateOf(test, item?.releaseId ?? '', 'peer-review')).request).toMatchObject({
      askedIds: [cast.jon.id],
    });
    expect(await queue(cast.mara.id)).toEqual([]);
    test.setNow('2026-11-26T09:00:00.000Z');
    expect((await queue(cast.jon.id))[0]).toMatchObject({ late: true });
    expect((await test.call('today.get', {}, cast.jon.id)).waiting[0]).toMatchObject({
      ...{ kind: 'decide', due: '1 d late', late: true },
    });
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    expect(await queue(cast.jon.id)).toEqual([]);
  });

  it('is found however far ahead the release is, behind two hundred others', async () => {
    const { test, cast, queue } = await start();
    for (let index = 0; index < 205; index += 1) {
      await aRelease(test, cast, { name: `Patch ${index}`, type: 'patch' });
    }
    const far = await aRelease(test, cast, { name: 'Payments 6', deployments: [] });
    const gate = await gateOf(test, far.id, 'peer-review');
    await test.call('approvals.request', { gateId: gate.id }, cast.mara.id);
    expect((await queue(cast.jon.id)).map(({ releaseId }) => releaseId)).toContain(far.id);
    const open = await test.call('approvals.unanswered', {});
    expect(open.map(({ gateId }) => gateId)).toContain(gate.id);
  });

  it('given before a feature was added reads so, and waits again with the difference', async () => {
    const { test, cast, release, gate, queue } = await start();
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    const feature = { releaseId: release.id, title: 'Store card aliases', ticket: 'PAY-914' };
    await test.call('scope.add', feature, cast.ana.id);
    const after = await gateOf(test, release.id, gate.key);
    expect(after.status).toBe('out-of-date');
    expect(after.summary).toContain('for an earlier scope');
    expect(after.decisions[0]?.differences).toMatchObject([
      { group: 'scope', what: 'PAY-914 Store card aliases', from: null },
    ]);
    await test.call('approvals.request', { gateId: gate.id }, cast.mara.id);
    expect(await queue(cast.jon.id)).toMatchObject([{ kind: 'decide-again', gateId: gate.id }]);
  });

  it('deferred leaves the queue and comes back by itself on its day', async () => {
    const { test, cast, gate, queue } = await start();
    await test.call('approvals.request', { gateId: gate.id }, cast.mara.id);
    const deferral = { gateId: gate.id, outcome: 'deferred', deferredTo: '2026-11-26' } as const;
    await test.call('approvals.decide', deferral, cast.jon.id);
    expect(await queue(cast.jon.id)).toEqual([]);
    test.setNow('2026-11-26T00:30:00.000Z');
    expect(await queue(cast.jon.id)).toMatchObject([{ kind: 'deferred', gateId: gate.id }]);
    const { waiting } = await test.call('today.get', {}, cast.jon.id);
    expect(waiting).toMatchObject([{ kind: 'decide', gateId: gate.id }, { kind: 'checklist' }]);
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, cast.jon.id);
    expect(await queue(cast.jon.id)).toEqual([]);
  });

  it('is listed with who has not answered, in a message that can be sent', async () => {
    const { test, cast, gate } = await start();
    const { jon, mara } = cast;
    const { id, rev, name, roles } = jon;
    await test.call('people.save', { id, rev, name, roles, email: 'jon@harbour.example' }, mara.id);
    await test.call('approvals.request', { gateId: gate.id, dueOn: '2026-11-25' }, mara.id);
    const list = await test.call('approvals.unanswered', {}, mara.id);
    expect(list.find(({ gateId }) => gateId === gate.id)).toMatchObject({
      seats: [{ personIds: [jon.id], standIns: [] }],
    });
    const message = await test.call('approvals.message', { gateIds: [gate.id] }, mara.id);
    expect(message).toMatchObject({
      to: [{ email: 'jon@harbour.example' }],
      subject: `Your decision: Payments 4.2, ${gate.name}`,
    });
    expect(message.text).toContain('due Wed 25 Nov');
    expect(message.eml).toContain('<jon@harbour.example>');
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'go' }, jon.id);
    const over = await test.refused('approvals.message', { gateIds: [gate.id] }, mara.id);
    expect(over.code).toBe('precondition_failed');
  });
});

describe('Somebody who stands in', () => {
  it('is asked while the other is away, decides for them on record, and no longer after', async () => {
    const { test, cast, release, gate, queue } = await start();
    const { jon, ana, tomas } = cast;
    const away = { personId: jon.id, firstOn: '2026-11-23', lastOn: '2026-11-25' };
    await test.call('absences.save', { ...away, deputyId: ana.id }, cast.mara.id);
    await test.call('approvals.request', { gateId: gate.id }, cast.mara.id);
    expect(await queue(ana.id)).toMatchObject([{ gateId: gate.id, forPersonId: jon.id }]);
    const go = { gateId: gate.id, outcome: 'go' } as const;
    expect((await test.refused('approvals.decide', go, tomas.id)).code).toBe('forbidden');
    test.setNow('2026-11-26T09:00:00.000Z');
    expect(await queue(ana.id)).toEqual([]);
    expect((await test.refused('approvals.decide', go, ana.id)).code).toBe('forbidden');
    test.setNow('2026-11-25T09:00:00.000Z');
    const decision = await test.call('approvals.decide', go, ana.id);
    expect(decision).toMatchObject({
      ...{ decidedById: ana.id, forPersonId: jon.id },
      forReason: 'Jon Bell is away until Wed 25 Nov',
    });
    const after = await gateOf(test, release.id, gate.key);
    expect(after.summary).toContain('go by Ana Duarte standing in for Jon Bell');
  });
});

describe('A no-go', () => {
  it('blocks until the named authority overrules it, with both in the record', async () => {
    const { test, cast, release, gate } = await start();
    const { jon, iris, mara } = cast;
    const refusal = { gateId: gate.id, outcome: 'no-go', comment: 'Load test fails' } as const;
    const { id } = await test.call('approvals.decide', refusal, jon.id);
    const over = { decisionId: id, reason: 'The fix is urgent' };
    expect((await test.refused('approvals.overrule', over, iris.id)).message).toContain(
      'Nobody is named',
    );
    await test.call('approvals.setRules', { overrulePersonId: iris.id }, mara.id);
    expect((await gateOf(test, release.id, gate.key)).needs[0]).toContain(
      'ask Iris Lindqvist to overrule it',
    );
    expect((await test.refused('approvals.overrule', over, mara.id)).code).toBe('forbidden');
    const overruled = await test.call('approvals.overrule', over, iris.id);
    expect(overruled).toMatchObject({
      ...{ outcome: 'no-go', decidedById: jon.id },
      overruled: { byId: iris.id, reason: 'The fix is urgent' },
    });
    expect((await gateOf(test, release.id, gate.key)).status).toBe('passed');
    expect((await test.refused('approvals.overrule', over, iris.id)).code).toBe('conflict');
  });
});

describe('The condition of an earlier gate', () => {
  it('holds the next decided gate until it is met or carried over by name', async () => {
    const { test, cast, release, gate } = await start();
    const conditions = [{ text: 'Rotate keys', ownerId: cast.ana.id, dueOn: '2026-11-30' }];
    const conditional = { gateId: gate.id, outcome: 'conditional-go', conditions } as const;
    const given = await test.call('approvals.decide', conditional, cast.jon.id);
    const conditionId = given.conditions[0]?.id ?? '';
    const gates = await test.call('gates.list', { releaseId: release.id });
    const next = gates.find(({ earlier }) => earlier.length > 0);
    if (next === undefined) throw new Error('no gate looks at the condition again');
    expect(next.phase).not.toBe(gate.phase);
    const [decider = ''] = next.seats[0]?.personIds ?? [];
    await test.call('approvals.decide', { gateId: next.id, outcome: 'go' }, decider);
    const held = await gateOf(test, release.id, next.key);
    expect(held).toMatchObject({ status: 'waiting', earlier: [{ carried: false }] });
    expect(held.summary).toContain('Rotate keys (Ana Duarte)');
    const carry = { conditionId, gateId: next.id };
    expect((await test.refused('approvals.carryCondition', carry, cast.mara.id)).code).toBe(
      'forbidden',
    );
    await test.call('approvals.carryCondition', carry, decider);
    const passed = await gateOf(test, release.id, next.key);
    expect(passed).toMatchObject({
      status: 'passed',
      earlier: [{ carried: true, condition: { checkedById: decider, metAt: null } }],
    });
    await test.call('approvals.meetCondition', { conditionId }, cast.ana.id);
    expect((await gateOf(test, release.id, next.key)).earlier).toEqual([]);
  });
});

describe('The rules of decisions', () => {
  it('are changed for open gates at once, and undone', async () => {
    const { test, cast, release, gate } = await start();
    const { jon, mara } = cast;
    await test.call('approvals.decide', { gateId: gate.id, outcome: 'abstain' }, jon.id);
    expect((await gateOf(test, release.id, gate.key)).status).toBe('waiting');
    await test.call('approvals.setRules', { abstentionCounts: true }, mara.id);
    expect((await gateOf(test, release.id, gate.key)).status).toBe('passed');
    await test.call('edits.undo', {}, mara.id);
    expect((await test.call('approvals.rules', {})).rules.abstentionCounts).toBe(false);
    expect((await gateOf(test, release.id, gate.key)).status).toBe('waiting');
    const nobody = { overruleRole: 'astronaut' };
    expect((await test.refused('approvals.setRules', nobody, mara.id)).fields).toHaveProperty(
      'overruleRole',
    );
  });
});

describe('Reminders', () => {
  it('are off until somebody wants them, and tell each decision once', async () => {
    const { test, cast, gate } = await start();
    await test.call('approvals.request', { gateId: gate.id, dueOn: '2026-11-24' }, cast.mara.id);
    const due = async () => (await test.call('approvals.reminders', {}, cast.jon.id)).due;
    expect(await due()).toEqual([]);
    await test.call('approvals.setReminders', { hoursBefore: 24 }, cast.jon.id);
    const [first] = await due();
    expect(first).toMatchObject({ gateId: gate.id, title: 'Your decision is due in 14 h 40 min' });
    await test.call('approvals.reminded', { keys: [first?.key ?? ''] }, cast.jon.id);
    expect(await due()).toEqual([]);
    expect((await test.call('approvals.reminders', {}, cast.ana.id)).hoursBefore).toBeNull();
  });
});
