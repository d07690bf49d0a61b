import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  return { test, cast, release };
}

async function gateOf(test: TestApp, releaseId: string, key: string) {
  const gates = await test.call('gates.list', { releaseId });
  const gate = gates.find((each) => each.key === key);
  if (gate === undefined) throw new Error(`no gate ${key}`);
  return gate;
}

function todayOf(test: TestApp, personId: string) {
  return test.call('today.get', {}, personId);
}

describe('What waits for a person', () => {
  it('is a decision somebody asked them for, with who asked and why, until it is given', async () => {
    const { test, cast, release } = await start();
    const gate = await gateOf(test, release.id, 'qa-sign-off');
    expect((await todayOf(test, cast.ana.id)).waiting).toEqual([]);
    const asked = { gateId: gate.id, note: 'Candidate 3 is on staging' };
    await test.call('approvals.request', asked, cast.mara.id);
    expect((await todayOf(test, cast.ana.id)).waiting).toMatchObject([
      {
        ...{ kind: 'decide', gateId: gate.id, late: false },
        what: 'Decide: Payments 4.2, QA sign-off',
        why: expect.stringMatching(/^Asked by Mara Okafor, .*: “Candidate 3 is on staging”$/),
      },
    ]);
    expect((await todayOf(test, cast.jon.id)).waiting).toEqual([]);
    const go = { gateId: gate.id, outcome: 'go', channel: 'self' } as const;
    await test.call('approvals.decide', go, cast.ana.id);
    expect((await todayOf(test, cast.ana.id)).waiting).toEqual([]);
  });

  it('is their own decision once its facts changed, and for the owner to ask again', async () => {
    const { test, cast, release } = await start();
    const gate = await gateOf(test, release.id, 'qa-sign-off');
    const go = { gateId: gate.id, outcome: 'go', channel: 'self' } as const;
    await test.call('approvals.decide', go, cast.ana.id);
    await test.call('scope.add', { releaseId: release.id, title: 'Refunds' }, cast.mara.id);
    expect((await todayOf(test, cast.ana.id)).waiting[0]).toMatchObject({ kind: 'decide-again' });
    const [ask] = (await todayOf(test, cast.mara.id)).waiting;
    expect(ask).toMatchObject({ kind: 'ask-again', gateId: gate.id });
    expect(ask?.why).toMatch(/^Ana Duarte decides; it was given .* before Refunds changed$/);
  });

  it('is a condition they owe, late once its day is over', async () => {
    const { test, cast, release } = await start();
    const gate = await gateOf(test, release.id, 'qa-sign-off');
    const conditions = [{ text: 'Verify rounding', ownerId: cast.jon.id, dueOn: '2026-11-26' }];
    const decided = {
      gateId: gate.id,
      outcome: 'conditional-go',
      conditions,
      channel: 'self',
    } as const;
    await test.call('approvals.decide', decided, cast.ana.id);
    const due = (await todayOf(test, cast.jon.id)).waiting;
    expect(due).toMatchObject([{ what: 'Verify rounding', due: 'due Thu 26 Nov', late: false }]);
    test.setNow('2026-11-28T09:00:00.000Z');
    const late = (await todayOf(test, cast.jon.id)).waiting;
    expect(late).toMatchObject([{ due: '2 d late', late: true }, { kind: 'checklist' }]);
  });

  it('is a deployment without a result, and an incident, for those who own the release', async () => {
    const { test, cast, release } = await start();
    test.setNow('2026-12-02T09:00:00.000Z');
    const incident = {
      releaseId: release.id,
      title: 'Cards refused',
      severity: 'critical',
    } as const;
    const detectedAt = '2026-12-02T08:00:00.000Z';
    await test.call('incidents.record', { ...incident, detectedAt }, cast.ana.id);
    const mine = await todayOf(test, cast.mara.id);
    expect(mine.waiting.map(({ kind, due, late }) => [kind, due, late])).toEqual([
      ['incident', 'open 1 h', true],
      ['record', '9 h 30 min ago', true],
      ['checklist', 'was due Thu 26 Nov', true],
    ]);
    expect(mine.incidents).toMatchObject([{ title: 'Cards refused', release: 'Payments 4.2' }]);
    expect((await todayOf(test, cast.jon.id)).waiting).toMatchObject([{ kind: 'checklist' }]);
  });
});

describe('The day', () => {
  it('lists the next five releases by their start, and the deployments under way', async () => {
    const { test, cast, release } = await start();
    const plan = (day: number) => ({
      ...{ environmentId: cast.production.id, zone: 'Europe/London', durationMinutes: 60 },
      startAt: `2026-12-${String(day).padStart(2, '0')}T22:00:00.000Z`,
    });
    for (const day of [9, 5, 7, 3, 11]) {
      await aRelease(test, cast, { name: `R ${day}`, deployments: [plan(day)] });
    }
    await aRelease(test, cast, { name: 'Without a date', deployments: [] });
    const day = await todayOf(test, cast.mara.id);
    expect(day.next.map(({ name }) => name)).toEqual(['Payments 4.2', 'R 3', 'R 5', 'R 7', 'R 9']);
    test.setNow('2026-12-01T22:30:00.000Z');
    const id = release.deployments[0]?.id ?? '';
    const began = { id, actualStartAt: '2026-12-01T22:10:00.000Z' };
    await test.call('deployments.record', began, cast.mara.id);
    expect((await todayOf(test, cast.jon.id)).deployments).toMatchObject([
      { release: 'Payments 4.2', environment: 'prod-eu', endAt: '2026-12-01T23:40:00.000Z' },
    ]);
  });

  it('tells what others changed since one looked, a line for each thing they did', async () => {
    const { test, cast, release } = await start();
    await test.call('scope.add', { releaseId: release.id, title: 'Refunds' }, cast.jon.id);
    test.advance(60_000);
    const before = await todayOf(test, cast.mara.id);
    // Mara made the release herself.
    expect(before.changes).toMatchObject([
      { command: 'scope.add', label: 'Refunds', byId: cast.jon.id, release: 'Payments 4.2' },
    ]);
    await test.call('today.looked', {}, cast.mara.id);
    const after = await todayOf(test, cast.mara.id);
    expect(after.changes).toEqual([]);
    expect(after.since).not.toBeNull();
    expect((await todayOf(test, cast.ana.id)).changes).toHaveLength(2);
    test.advance(60_000);
    await test.call('releases.hold', { id: release.id, reason: 'wait' }, cast.jon.id);
    expect((await todayOf(test, cast.mara.id)).changes).toMatchObject([
      { command: 'releases.hold' },
    ]);
  });

  it('says nothing waits to nobody', async () => {
    const test = startTestApp();
    const cast: Cast = await buildWorkspace(test);
    await aRelease(test, cast);
    expect(await test.call('today.get', {})).toMatchObject({ waiting: [], since: null });
  });
});

describe('What a team sees on its wall', () => {
  it('is the same for everybody: what comes, what is on, and what anybody just changed', async () => {
    const { test, cast, release } = await start();
    test.advance(1_000);
    await test.call('scope.add', { releaseId: release.id, title: 'Refunds' }, cast.jon.id);
    const detectedAt = '2026-11-24T08:00:00.000Z';
    const incident = { releaseId: release.id, title: 'Cards refused', severity: 'high' } as const;
    await test.call('incidents.record', { ...incident, detectedAt }, cast.mara.id);
    const seen = await test.call('today.wall', {}, cast.jon.id);
    expect(await test.call('today.wall', {}, cast.ana.id)).toEqual(seen);
    expect(seen.next).toMatchObject([{ name: 'Payments 4.2' }]);
    expect(seen.incidents).toMatchObject([{ title: 'Cards refused', release: 'Payments 4.2' }]);
    expect(seen.changes.slice(0, 2)).toMatchObject([
      { command: 'incidents.record', byId: cast.mara.id, label: 'Cards refused' },
      { command: 'scope.add', byId: cast.jon.id, label: 'Refunds' },
    ]);
  });
});
