import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GateView } from '#shared/model/governance/gates.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';
import { paymentsRun } from '../delivery/delivery.ts';

const planned = '2026-12-01T22:00:00.000Z';

/** A patch without a component's commit has a gate or two that people can settle. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast, { type: 'patch' });
  const as = cast.mara.id;
  return { test, cast, id: release.id, as, release };
}

function gatesOf(test: TestApp, releaseId: string): Promise<GateView[]> {
  return test.call('gates.list', { releaseId });
}

/** Does what the gates of the phase ask for, as the cast would, and says which are left. */
async function settle(test: TestApp, cast: Cast, id: string, phase: string): Promise<GateView[]> {
  for (const item of await test.call('checklists.list', { releaseId: id })) {
    const done = { id: item.id, state: 'done', evidence: 'seen' } as const;
    if (item.state === 'open') await test.call('checklists.setItem', done, cast.ana.id);
  }
  for (const gate of await gatesOf(test, id)) {
    if (gate.phase !== phase || gate.check !== 'decision') continue;
    for (const seat of gate.seats) {
      const decidedById = seat.personIds.find((each) => each !== cast.mara.id);
      if (decidedById === undefined || seat.decisionId !== null) continue;
      const go = { gateId: gate.id, outcome: 'go', placeKey: seat.key } as const;
      await test.call('approvals.decide', { ...go, decidedById, channel: 'meeting' }, cast.mara.id);
    }
  }
  const open = (await gatesOf(test, id)).filter((gate) => gate.phase === phase);
  return open.filter(({ status }) => status !== 'passed');
}

/** The required workflow of payments-api has succeeded at the commit of the release. */
async function importGreenRun(test: TestApp, cast: Cast): Promise<void> {
  const workflow = '.github/workflows/build.yml';
  const connection = await test.call(
    'connections.save',
    {
      ...{ name: 'CI', baseUrl: 'http://127.0.0.1:9', repository: 'acme/shop' },
      workflows: [{ workflow, serviceId: cast.payments.id, required: true }],
    },
    cast.mara.id,
  );
  const path = join(test.folder, 'runs.json');
  writeFileSync(path, JSON.stringify({ workflow_runs: [paymentsRun()] }));
  const input = { connectionId: connection.id, file: { path } };
  await test.call('pipelines.importFile', input, cast.mara.id);
}

describe('A release goes on', () => {
  it('is refused with the open gates, and each says what it waits for', async () => {
    const { test, id, as } = await start();
    await test.call('releases.advance', { id }, as);
    const refused = await test.refused('releases.advance', { id }, as);
    expect(refused.code).toBe('precondition_failed');
    const open = (await gatesOf(test, id)).filter(({ phase }) => phase === 'build');
    for (const gate of open) expect(refused.message).toContain(`${gate.name}: ${gate.summary}`);
    expect(open.length).toBeGreaterThan(0);
    expect((await test.call('releases.get', { id })).phase).toBe('build');
  });

  it('enters the next phase, and says when in its history', async () => {
    const { test, id, as } = await start();
    const after = await test.call('releases.advance', { id }, as);
    expect(after.phase).toBe('build');
    const build = after.phases.find(({ phase }) => phase === 'build');
    expect(build?.enteredAt).not.toBeNull();
    const { entries } = await test.call('releases.history', { id });
    expect(entries.map(({ command }) => command)).toContain('releases.advance');
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('keeps the gates of a phase that was left, whatever happens to their facts later', async () => {
    const { test, cast, id, as } = await start();
    await test.call('releases.advance', { id }, as);
    await importGreenRun(test, cast);
    const left = await settle(test, cast, id, 'build');
    expect(left.map(({ name, summary }) => `${name}: ${summary}`)).toEqual([]);
    await test.call('releases.advance', { id }, as);
    const before = (await gatesOf(test, id)).filter(({ phase }) => phase === 'build');
    await test.call('scope.add', { releaseId: id, title: 'A late idea' }, as);
    // By then what was imported is out of date.
    test.advance(10 * 86_400_000);
    const after = (await gatesOf(test, id)).filter(({ phase }) => phase === 'build');
    expect(after).toEqual(before);
    expect(after.every(({ keptAt }) => keptAt !== null)).toBe(true);
    const gate = after.find(({ check }) => check === 'decision');
    const again = { gateId: gate?.id, outcome: 'no-go', comment: 'Too late', channel: 'self' };
    const refused = await test.refused('approvals.decide', again, cast.jon.id);
    expect(refused.message).toMatch(/Build of Payments 4.2 is over, so .* stays as it was/);
  });

  it('is told to the one who looked at an older revision', async () => {
    const { test, id, as, release } = await start();
    await test.call('releases.hold', { id, reason: 'the supplier is late' }, as);
    await test.call('releases.resume', { id }, as);
    const stale = { id, rev: release.rev, reason: 'nobody is here' };
    expect(await test.refused('releases.hold', stale, as)).toMatchObject({ code: 'conflict' });
  });
});

describe('A release on hold', () => {
  it('says why, goes nowhere, and is resumed once', async () => {
    const { test, id, as } = await start();
    const held = await test.call('releases.hold', { id, reason: 'the supplier is late' }, as);
    expect(held).toMatchObject({ onHold: true, holdReason: 'the supplier is late' });
    const refused = await test.refused('releases.advance', { id }, as);
    expect(refused.message).toContain('the supplier is late');
    expect(await test.call('releases.resume', { id }, as)).toMatchObject({ onHold: false });
    expect(await test.refused('releases.resume', { id }, as)).toMatchObject({ code: 'conflict' });
    const blank = await test.refused('releases.hold', { id, reason: '  ' }, as);
    expect(blank.fields?.['reason']).toContain('say why');
  });
});

describe('A release that is postponed', () => {
  it('moves what is ahead, keeps its drift and makes decisions on the old start stale', async () => {
    const { test, id, as } = await start();
    const before = await test.call('releases.get', { id });
    const later = '2026-12-08T22:00:00.000Z';
    const input = { id, startAt: later, reason: 'the freeze ends on Monday' };
    const after = await test.call('releases.postpone', input, as);
    expect(after.startAt).toBe(later);
    expect(after.driftMinutes).toBe(7 * 24 * 60);
    expect(after.postponements).toMatchObject([
      { fromAt: planned, toAt: later, reason: input.reason, byId: as },
    ]);
    const dates = (release: typeof before) =>
      release.phases.find(({ phase }) => phase === 'readiness')?.plannedOn ?? '';
    expect(Date.parse(dates(after)) - Date.parse(dates(before))).toBe(7 * 86_400_000);
    const again = await test.call(
      'releases.postpone',
      { id, startAt: '2026-12-09T22:00:00.000Z', reason: 'one day more' },
      as,
    );
    expect(again.driftMinutes).toBe(8 * 24 * 60);
    const back = { id, startAt: planned, reason: 'earlier after all' };
    expect(await test.refused('releases.postpone', back, as)).toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('A second try that is postponed', () => {
  it('goes by the deployment that is ahead, and leaves the one that happened', async () => {
    const { test, id, as, release } = await start();
    const [first] = release.deployments;
    if (first === undefined) throw new Error('the release has no deployment');
    const { environmentId, region, zone, durationMinutes } = first;
    const again = {
      environmentId,
      region,
      zone,
      durationMinutes,
      startAt: '2026-12-03T22:00:00.000Z',
    };
    const kept = { id: first.id, environmentId, region, zone, durationMinutes, startAt: planned };
    await test.call('releases.update', { id, deployments: [kept, again] }, as);
    test.setNow('2026-12-02T09:00:00.000Z');
    const times = { actualStartAt: planned, actualEndAt: '2026-12-01T22:30:00.000Z' };
    await test.call('deployments.record', { id: first.id, ...times, result: 'failed' }, as);
    const to = '2026-12-10T22:00:00.000Z';
    const after = await test.call('releases.postpone', { id, startAt: to, reason: 'a fix' }, as);
    expect(after.deployments.map(({ startAt }) => startAt).sort()).toEqual([planned, to]);
    expect(after.driftMinutes).toBe(7 * 24 * 60);
  });
});

describe('Deployments and incidents by hand', () => {
  it('tell the whole story: one that failed, an incident, a second one, and the end', async () => {
    const { test, cast, id, as, release } = await start();
    const [first] = release.deployments;
    if (first === undefined) throw new Error('the release has no deployment');
    test.setNow('2026-12-01T23:40:00.000Z');
    const times = {
      actualStartAt: '2026-12-01T22:05:00.000Z',
      actualEndAt: '2026-12-01T22:50:00.000Z',
    };
    const failed = {
      ...times,
      id: first.id,
      result: 'failed',
      note: 'a lock on the card table',
    } as const;
    expect(await test.call('deployments.record', failed, as)).toMatchObject({ result: 'failed' });
    expect((await test.call('releases.get', { id })).lateMinutes).toBe(5);

    const incident = {
      ...{ releaseId: id, deploymentId: first.id, title: 'Cards refused' },
      severity: 'high',
      detectedAt: '2026-12-01T22:20:00.000Z',
    } as const;
    const noticed = await test.call('incidents.record', incident, cast.ana.id);
    const asked = await test.call('releases.closing', { id });
    expect(asked.missing.join(' ')).toContain('“Cards refused” is not resolved');
    expect(asked.outcome).toBe('rolled-back');
    const solved = { ...incident, id: noticed.id, resolvedAt: '2026-12-01T23:00:00.000Z' };
    await test.call('incidents.record', { ...solved, rev: noticed.rev }, cast.ana.id);

    const { environmentId, region, zone } = first;
    const second = { environmentId, region, zone, startAt: '2026-12-01T23:00:00.000Z' };
    const { id: _id, rev: _rev, ...plan } = first;
    const kept = { id: first.id, ...plan };
    const { actualStartAt: _a, actualEndAt: _b, result: _r, note: _n, ...asPlanned } = kept;
    const more = await test.call('releases.update', { id, deployments: [asPlanned, second] }, as);
    const next = more.deployments.find((each) => each.id !== first.id);
    await test.call(
      'deployments.record',
      {
        ...{ id: next?.id ?? '', actualStartAt: '2026-12-01T23:05:00.000Z' },
        ...{ actualEndAt: '2026-12-01T23:30:00.000Z', result: 'succeeded' },
      },
      as,
    );
    expect((await test.call('releases.closing', { id })).outcome).toBe('released');
    const cancelled = await test.refused('releases.cancel', { id, reason: 'no' }, as);
    expect(cancelled.message).toMatch(/in production \(prod-eu\)/);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it.each([
    ['ahead of now', { actualStartAt: '2026-12-24T22:00:00.000Z' }, /the start lies ahead/],
    [
      'ended before it began',
      {
        actualStartAt: '2026-11-20T22:00:00.000Z',
        actualEndAt: '2026-11-20T21:00:00.000Z',
        result: 'failed',
      },
      /the end is before the start/,
    ],
    [
      'with a result and no end',
      { actualStartAt: '2026-11-20T22:00:00.000Z', result: 'succeeded' },
      /the end is missing/,
    ],
  ])('refuse a deployment that is %s', async (_what, recorded, message) => {
    const { test, as, release } = await start();
    const id = release.deployments[0]?.id;
    const refused = await test.refused('deployments.record', { id, ...recorded }, as);
    expect(refused.code).toBe('invalid_input');
    expect(refused.message).toMatch(message);
  });

  it('refuse an incident of another release’s deployment', async () => {
    const { test, cast, id, as } = await start();
    const other = await aRelease(test, cast, { name: 'Other' });
    const incident = {
      releaseId: id,
      title: 'Slow',
      severity: 'low',
      detectedAt: '2026-11-20T00:00:00.000Z',
    };
    const input = { ...incident, deploymentId: other.deployments[0]?.id };
    const refused = await test.refused('incidents.record', input, as);
    expect(refused.fields).toHaveProperty('deploymentId');
  });
});

describe('A release ends', () => {
  it('cancelled with a reason, and then stays as it was', async () => {
    const { test, id, as } = await start();
    const ended = await test.call('releases.cancel', { id, reason: 'the market moved' }, as);
    expect(ended).toMatchObject({
      ...{ phase: 'closed', outcome: 'cancelled', endReason: 'the market moved' },
    });
    for (const name of ['releases.advance', 'releases.resume', 'releases.cancel'] as const) {
      const refused = await test.refused(name, { id, reason: 'again' }, as);
      expect(refused.message, name).toMatch(/closed|cannot take/);
    }
  });

  it('closed only once nothing is missing, all of which is told at once', async () => {
    const { test, id, as } = await start();
    const refused = await test.refused('releases.close', { id, outcome: 'released' }, as);
    const { missing } = await test.call('releases.closing', { id });
    expect(missing.length).toBeGreaterThan(2);
    for (const each of z.array(z.string()).parse(missing)) expect(refused.message).toContain(each);
  });
});

describe('A release that is copied', () => {
  it('takes its plan along, all of it open again, and keeps its deployments apart as they were', async () => {
    const { test, cast, id, as } = await start();
    const staging = {
      ...{ environmentId: cast.staging.id, zone: 'Europe/London', durationMinutes: 30 },
      startAt: '2026-11-30T09:00:00.000Z',
    };
    const { deployments, phases } = await test.call('releases.get', { id });
    const [production] = deployments;
    if (production === undefined) throw new Error('the release has no deployment');
    const { environmentId, region, startAt, zone, durationMinutes } = production;
    const kept = { id: production.id, environmentId, region, startAt, zone, durationMinutes };
    await test.call('releases.update', { id, deployments: [kept, staging] }, as);
    await test.call('risks.add', { releaseId: id, title: 'A lock', likelihood: 2, impact: 3 }, as);
    await test.call('scope.add', { releaseId: id, title: 'Refunds' }, as);
    await test.call('rollback.save', { releaseId: id, steps: 'Switch back' }, as);
    const items = await test.call('checklists.list', { releaseId: id });
    const done = { id: items[0]?.id ?? '', state: 'done', evidence: 'seen' } as const;
    await test.call('checklists.setItem', done, as);
    await test.call('releases.cancel', { id, reason: 'the market moved' }, as);

    const input = { id, name: 'Payments 4.3', startAt: '2027-06-01T21:00:00.000Z' };
    const copy = await test.call('releases.copy', input, cast.ana.id);
    expect(copy).toMatchObject({
      ...{ name: 'Payments 4.3', phase: 'planning', outcome: null, copiedFromId: id },
      ...{ requesterId: cast.ana.id, startAt: input.startAt, holdReason: null },
    });
    // The day before at 09:00 in London, which has summer time by then.
    expect(copy.deployments.map((each) => each.startAt)).toContain('2027-05-31T08:00:00.000Z');
    const entered = copy.phases.filter(({ enteredAt }) => enteredAt !== null);
    expect(entered.map(({ phase }) => phase)).toEqual(['planning']);
    expect(copy.phases.length).toBe(phases.length);
    const copied = await test.call('checklists.list', { releaseId: copy.id });
    expect(copied.map(({ text }) => text)).toEqual(items.map(({ text }) => text));
    expect(new Set(copied.map(({ state }) => state))).toEqual(new Set(['open']));
    expect(await test.call('scope.list', { releaseId: copy.id })).toEqual([]);
    expect((await test.call('risks.list', { releaseId: copy.id })).risks).toHaveLength(1);
    expect((await test.call('rollback.get', { releaseId: copy.id })).steps).toBe('Switch back');
    const gates = (list: GateView[]) => list.map(({ key }) => key).sort();
    expect(gates(await gatesOf(test, copy.id))).toEqual(gates(await gatesOf(test, id)));
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('is refused where its year is a slip of the keyboard, and so is every planned start', async () => {
    const { test, id, as } = await start();
    const startAt = '9999-12-31T23:00:00.000Z';
    const answers = [
      await test.refused('releases.copy', { id, name: 'Far', startAt }, as),
      await test.refused('releases.postpone', { id, startAt, reason: 'far off' }, as),
      await test.refused('releases.reschedule', { id, toAt: startAt }, as),
      await test.refused('releases.reschedule', { id, toAt: '1970-01-01T00:00:00.000Z' }, as),
    ];
    for (const { code, message } of answers) {
      expect(code).toBe('invalid_input');
      expect(message).toContain('between 2000 and 2199');
    }
  });
});
