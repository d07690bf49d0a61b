import { describe, expect, it } from 'vitest';
import type { PitfallKey } from '#shared/model/governance/pitfalls.ts';
import { aRelease, buildShipped } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const day = 86_400_000;
const five = [1, 2, 3, 4, 5] as const;
const bad = five.map((n) => `Bad ${n}`);
const good = five.map((n) => `Good ${n}`);

/** A workspace whose releases have ten gates, five to be found and five not. */
async function start(moreOf: (name: string) => string = () => '') {
  const test = startTestApp();
  const cast = await buildShipped(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const names = [...bad, ...good];
  const gates = names.map(
    (name) =>
      `  ${keyOf(name)}: { name: ${name}, phase: build, check: decision, places: [development-lead], why: A test.${moreOf(name)} }`,
  );
  const added = names.map(keyOf).join(', ');
  const rules = `rules:\n  - { key: all, add: [${added}], why: Every one. }\n`;
  await test.call('policies.publish', { text: `name: Ten\ngates:\n${gates.join('\n')}\n${rules}` });
  const view = async (key: PitfallKey) => {
    const [found] = await test.call('pitfalls.list', { key, most: 100 });
    if (found === undefined) throw new Error(`${key} was not listed`);
    return found;
  };
  const found = async (key: PitfallKey) =>
    (await view(key)).rows.map(({ name }) => name).toSorted();
  /** Releases with the ids of their gates by name. */
  const releases = async (count: number) => {
    const made: Map<string, string>[] = [];
    for (let n = 1; n <= count; n += 1) {
      const { id } = await aRelease(test, cast, { name: `Release ${n}` });
      const listed = await test.call('gates.list', { releaseId: id });
      made.push(new Map(listed.map((gate) => [gate.name, gate.id])));
    }
    return made;
  };
  const ask = (gateId = '') => test.call('approvals.request', { gateId });
  const decide = (gateId = '', outcome: 'go' | 'no-go' = 'go') =>
    test.call('approvals.decide', { gateId, outcome, comment: 'As it stands' }, cast.jon.id);
  return { test, cast, view, found, releases, ask, decide };
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(' ', '-');
}

describe('five violations and five near misses', () => {
  it('of gates that never refused: one no-go among the last, or too few decided, is a near miss', async () => {
    const { test, view, found, releases, decide } = await start();
    await test.call('pitfalls.set', { key: 'gates-never-refused', limit: 3 });
    const [first, ...later] = await releases(4);
    // Bad 5 refused once, before the last three; the others never did.
    await decide(first?.get('Bad 5'), 'no-go');
    for (const [index, gates] of later.entries()) {
      test.advance(day);
      for (const name of [...bad, 'Good 1', 'Good 2', 'Good 3', 'Good 4']) {
        const refuses = name === `Good ${index + 1}` || (name === 'Good 4' && index === 2);
        await decide(gates.get(name), refuses ? 'no-go' : 'go');
      }
      if (index < 2) await decide(gates.get('Good 5'));
    }
    expect(await found('gates-never-refused')).toEqual(bad);
    expect(await view('gates-never-refused')).toMatchObject({ looked: 9, found: 5 });
  });

  it('of gates without exactly one accountable: letters of a release, and far starts, are near misses', async () => {
    const { test, cast, view, found, releases } = await start((name) =>
      name === 'Bad 1' || name === 'Bad 2' ? '' : ', accountable: development-lead',
    );
    await releases(1);
    const give = (gate: string, roleKey: string, ...letters: ('R' | 'A' | 'C' | 'I')[]) =>
      test.call('raci.set', { gateKey: keyOf(gate), roleKey, letters });
    await give('Bad 3', 'qa-lead', 'A');
    await give('Bad 3', 'development-lead', 'R', 'A');
    await give('Bad 4', 'qa-lead', 'A');
    await give('Bad 4', 'operations', 'A');
    await give('Bad 5', 'development-lead', 'R');
    await give('Good 2', 'development-lead', 'R');
    await give('Good 2', 'qa-lead', 'A');
    await give('Good 3', 'operations', 'C', 'I');
    await give('Good 4', 'qa-lead', 'A');
    await give('Good 4', 'development-lead', 'R');
    await give('Good 5', 'development-lead', 'R', 'A');
    expect(await found('unclear-accountable')).toEqual(bad.map((name) => `Release 1: ${name}`));
    const { limit, said } = await view('unclear-accountable');
    expect(said).toBe('5 of 10 gates of open releases.');
    // The same gates of a release that starts later than is looked ahead.
    const startAt = new Date(Date.parse('2026-11-24T09:20:00.000Z') + (limit + 1) * day);
    const where = { environmentId: cast.production.id, region: 'eu', zone: 'Europe/London' };
    await aRelease(test, cast, {
      name: 'Far',
      deployments: [{ ...where, startAt: startAt.toISOString(), durationMinutes: 60 }],
    });
    expect(await view('unclear-accountable')).toMatchObject({ looked: 10, found: 5 });
  });

  it('of scopes changed after the freeze: in time, its state, its owner or undone is a near miss', async () => {
    const { test, cast, view } = await start();
    const train = await test.call('trains.create', {
      ...{ name: 'Daily', zone: 'Europe/London', startWall: '2026-12-02T21:00' },
      ...{ recurrence: 'FREQ=DAILY', durationMinutes: 90, ownerId: cast.ana.id },
      offsets: {
        ...{ 'cut-off': 8, 'scope-freeze': 5, 'qa-start': 4, 'qa-end': 2, 'go-no-go': 1 },
      },
      ...{ environmentId: cast.production.id, serviceIds: [cast.payments.id] },
    });
    const { releaseIds } = await test.call('trains.generate', { id: train.id, count: 10 });
    const items: string[] = [];
    for (const releaseId of releaseIds) {
      items.push((await test.call('scope.add', { releaseId, title: 'In time' })).id);
    }
    // The day of the last freeze is over, and none of the releases has started.
    test.setNow('2026-12-08T09:00:00.000Z');
    const lateReason = 'A customer waits for it';
    const [drop = '', reword = '', turn = '', remove = ''] = items;
    await test.call('scope.drop', { id: drop, reason: 'Too late' });
    await test.call('scope.update', { id: reword, title: 'Reworded' });
    await test.call('scope.update', { id: turn, kind: 'fix' });
    await test.call('scope.remove', { id: remove });
    await test.call('scope.add', { releaseId: releaseIds[4] ?? '', title: 'Late', lateReason });
    await test.call('scope.update', { id: items[5] ?? '', status: 'done' });
    await test.call('scope.update', { id: items[6] ?? '', ownerId: cast.jon.id });
    await test.call('scope.update', { id: items[7] ?? '', title: 'Reworded' });
    await test.call('edits.undo', {});
    await test.call('scope.add', { releaseId: releaseIds[8] ?? '', title: 'Late', lateReason });
    await test.call('edits.undo', {});
    const { rows, looked } = await view('scope-after-freeze');
    expect(rows.map(({ releaseId }) => releaseId).toSorted()).toEqual(
      releaseIds.slice(0, 5).toSorted(),
    );
    expect(looked).toBe(10);
  });

  it('of gates waited at longer than was worked: as long, or asked too seldom, is a near miss', async () => {
    const { test, view, found, releases, ask, decide } = await start();
    await test.call('pitfalls.set', { key: 'waiting-longer-than-working', limit: 3 });
    const all = await releases(3);
    const each = async (names: readonly string[], act: (gateId?: string) => Promise<unknown>) => {
      for (const gates of all) for (const name of names) await act(gates.get(name));
    };
    test.advance(day);
    await each(bad, ask);
    test.advance(day);
    await each(['Good 1', 'Good 2', 'Good 3', 'Good 4'], ask);
    for (const gates of all.slice(1)) await ask(gates.get('Good 5'));
    test.advance(day);
    // Worked one day and waited two; and worked two days, waited one.
    await each(['Bad 1', 'Bad 2', 'Bad 3'], decide);
    await each(['Good 1', 'Good 2', 'Good 3'], decide);
    test.advance(day);
    // Waited as long as was worked, to the moment.
    await each(['Good 4'], decide);
    await each(['Bad 4'], decide);
    test.advance(7 * day);
    // Nobody decided at the fifth of each, and the fifth near miss was asked in two releases only.
    expect(await found('waiting-longer-than-working')).toEqual(bad);
    expect(await view('waiting-longer-than-working')).toMatchObject({ looked: 9, found: 5 });
  });
});
