import { describe, expect, it } from 'vitest';
import type { PitfallKey } from '#shared/model/governance/pitfalls.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const day = 86_400_000;
const five = [1, 2, 3, 4, 5] as const;

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  return { test, cast, ...asking(test) };
}

function asking(test: TestApp) {
  const list = async (key: PitfallKey) => {
    const [view] = await test.call('pitfalls.list', { key });
    if (view === undefined) throw new Error(`${key} was not listed`);
    return view;
  };
  const namesFound = async (key: PitfallKey) =>
    (await list(key)).rows.map(({ name }) => name).toSorted();
  return { list, namesFound };
}

function startingOn(cast: Cast, startAt: string) {
  const at = { region: 'eu', startAt, zone: 'Europe/London', durationMinutes: 90 };
  return { deployments: [{ environmentId: cast.production.id, ...at }] };
}

const bad = five.map((n) => `Bad ${n}`);

describe('pitfalls of the process', () => {
  it('finds five releases without an update for the days set, and not five with one', async () => {
    const { test, cast, list, namesFound } = await start();
    expect(await list('releases-without-update')).toMatchObject({ state: 'too-few', looked: 0 });
    for (const name of bad) await aRelease(test, cast, { name });
    test.advance(1000);
    for (const n of five) await aRelease(test, cast, { name: `Good ${n}` });
    test.advance(14 * day - 1000);
    // A policy asks for gates by itself: that is no news of a release.
    const { text } = await test.call('policies.get', { profile: 'regulated' });
    const { releases } = await test.call('policies.publish', { text });
    expect(releases.length).toBeGreaterThan(0);
    expect(await namesFound('releases-without-update')).toEqual(bad);
    expect(await list('releases-without-update')).toMatchObject({ looked: 10, found: 5 });
  });

  it('finds five rollbacks that were not rehearsed in time, and not five that were', async () => {
    const { test, cast, list, namesFound } = await start();
    const near = startingOn(cast, '2026-12-01T22:00:00.000Z');
    for (const n of five) {
      const { id } = await aRelease(test, cast, { name: `Bad ${n}`, ...near });
      if (n > 1) await test.call('rollback.save', { releaseId: id, steps: 'Switch back' });
      if (n < 3) continue;
      await test.call('rollback.rehearse', {
        ...{ releaseId: id, kind: n === 3 ? 'disaster-recovery' : 'rollback' },
        ...{ rehearsedOn: '2026-11-20', byId: cast.jon.id, result: 'failed' },
      });
    }
    for (const n of five) {
      const on = n === 5 ? startingOn(cast, '2027-01-30T22:00:00.000Z') : near;
      const { id } = await aRelease(test, cast, { name: `Good ${n}`, ...on });
      if (n === 5) continue;
      await test.call('rollback.save', { releaseId: id, steps: 'Switch back' });
      await test.call('rollback.rehearse', {
        ...{ releaseId: id, kind: 'rollback', rehearsedOn: '2026-11-20' },
        ...{ byId: cast.jon.id, result: n === 4 ? 'partly' : 'passed' },
      });
    }
    expect(await namesFound('rollback-not-rehearsed')).toEqual(bad);
    expect(await list('rollback-not-rehearsed')).toMatchObject({ looked: 9, found: 5 });
  });

  it('is set with a number and a switch, keeps nothing of the defaults, and is undone', async () => {
    const { test, cast, list } = await start();
    await aRelease(test, cast);
    test.advance(5 * day);
    const key = 'releases-without-update';
    expect(await test.call('pitfalls.set', { key, limit: 5 })).toMatchObject({ state: 'found' });
    expect(await test.call('pitfalls.set', { key, isOn: false })).toMatchObject({
      ...{ state: 'off', rows: [], limit: 5 },
    });
    await test.call('edits.undo', {});
    expect(await list(key)).toMatchObject({ state: 'found', limit: 5 });
    await test.call('edits.undo', {});
    expect(await list(key)).toMatchObject({ state: 'clear', limit: 14 });
    for (const limit of [0, 1.5, 1001, 'ten', null]) {
      expect((await test.refused('pitfalls.set', { key, limit })).code).toBe('invalid_input');
    }
  });

  it('gives as many rows as were asked for, and says of how many', async () => {
    const { test, cast } = await start();
    for (const name of bad) await aRelease(test, cast, { name });
    test.advance(20 * day);
    const [view] = await test.call('pitfalls.list', { key: 'releases-without-update', most: 2 });
    expect(view).toMatchObject({ found: 5, said: '5 of 5 open releases.' });
    expect(view?.rows.map(({ said }) => said)).toEqual(
      Array(2).fill('Nothing recorded for 20 days.'),
    );
  });

  it('reads decisions, requests and letters from the rows', async () => {
    const { test, cast, list, namesFound } = await start();
    const gateIds: string[] = [];
    for (const n of five) {
      const { id } = await aRelease(test, cast, { name: `Payments ${n}` });
      const gates = await test.call('gates.list', { releaseId: id });
      gateIds.push(gates.find(({ key }) => key === 'peer-review')?.id ?? '');
    }
    await test.call('pitfalls.set', { key: 'gates-never-refused', limit: 5 });
    test.advance(day);
    for (const gateId of gateIds) await test.call('approvals.request', { gateId });
    test.advance(3 * day);
    expect(await list('gates-never-refused')).toMatchObject({ state: 'too-few' });
    for (const gateId of gateIds) {
      await test.call('approvals.decide', { gateId, outcome: 'go' }, cast.jon.id);
    }
    expect(await list('gates-never-refused')).toMatchObject({ state: 'found', looked: 1 });
    const waiting = await list('waiting-longer-than-working');
    expect(waiting.rows.map(({ said }) => said)).toEqual([
      'Waited 3 d, worked 24 h (median of 5).',
    ]);
    const unclear = await list('unclear-accountable');
    expect(unclear.looked).toBeGreaterThan(5);
    expect(await namesFound('scope-after-freeze')).toEqual([]);
  });

  it('counts changes of the scope after the freeze of a train, from the journal', async () => {
    const { test, cast, list, namesFound } = await start();
    expect(await list('scope-after-freeze')).toMatchObject({ state: 'too-few' });
    const train = await test.call('trains.create', {
      ...{ name: 'Weekly', zone: 'Europe/London', startWall: '2026-12-02T21:00' },
      ...{ recurrence: 'FREQ=WEEKLY;BYDAY=WE', durationMinutes: 90, ownerId: cast.ana.id },
      offsets: {
        ...{ 'cut-off': 8, 'scope-freeze': 5, 'qa-start': 4, 'qa-end': 2, 'go-no-go': 1 },
      },
      ...{ environmentId: cast.production.id, serviceIds: [cast.payments.id] },
    });
    const { releaseIds } = await test.call('trains.generate', { id: train.id, count: 1 });
    const [releaseId = ''] = releaseIds;
    const { id } = await test.call('scope.add', { releaseId, title: 'In time' });
    test.advance(3 * day);
    expect(await list('scope-after-freeze')).toMatchObject({ state: 'clear', looked: 1 });
    await test.call('scope.update', { id, status: 'done' });
    expect(await namesFound('scope-after-freeze')).toEqual([]);
    await test.call('scope.update', { id, title: 'Reworded' });
    const { rows } = await list('scope-after-freeze');
    expect(rows).toMatchObject([{ releaseId, said: '1 change after the scope freeze.' }]);
    await test.call('edits.undo', {});
    expect(await namesFound('scope-after-freeze')).toEqual([]);
  });
});
