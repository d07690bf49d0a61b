import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const offsets = {
  ...{ 'cut-off': 10, 'scope-freeze': 8, 'qa-start': 6 },
  ...{ 'qa-end': 2, 'go-no-go': 1 },
};

/** The clock of the tests stands at Tue 24 Nov 2026; the train departs every second Wednesday. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const holidays = await test.call('holidays.save', {
    ...{ name: 'England', workingDays: [1, 2, 3, 4, 5], region: '' },
    holidays: [
      { on: '2026-12-25', name: 'Christmas Day' },
      { on: '2026-12-28', name: 'Boxing Day (substitute)' },
    ],
  });
  const input: Input<'trains.create'> = {
    ...{ name: 'Weekly', zone: 'Europe/London', startWall: '2026-12-16T21:00' },
    ...{ recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', durationMinutes: 90, offsets },
    ...{ holidayCalendarId: holidays.id, environmentId: cast.production.id },
    ...{ serviceIds: [cast.payments.id, cast.checkout.id], ownerId: cast.ana.id },
  };
  return { test, cast, input };
}

type Started = Awaited<ReturnType<typeof start>>;

async function generated({ test, input }: Started, count = 2) {
  const train = await test.call('trains.create', input);
  const { releaseIds, notes } = await test.call('trains.generate', { id: train.id, count });
  const [first = '', second = ''] = releaseIds;
  return { train, first, second, notes };
}

async function departures({ test }: Started) {
  const [train] = await test.call('trains.list', {});
  return train?.departures ?? [];
}

describe('a release train', () => {
  it('says when it departs, with dates in working days of its own calendar', async () => {
    const { test, input } = await start();
    const train = await test.call('trains.create', input);
    expect(train.departures.slice(0, 3).map(({ on, startAt }) => [on, startAt])).toEqual([
      ['2026-12-16', '2026-12-16T21:00:00.000Z'],
      ['2026-12-30', '2026-12-30T21:00:00.000Z'],
      ['2027-01-13', '2027-01-13T21:00:00.000Z'],
    ]);
    // Christmas and the substitute day lie between: ten working days are twelve of the week’s.
    expect(train.departures[1]?.dates).toEqual([
      { mark: 'cut-off', on: '2026-12-14' },
      { mark: 'scope-freeze', on: '2026-12-16' },
      { mark: 'qa-start', on: '2026-12-18' },
      { mark: 'qa-end', on: '2026-12-24' },
      { mark: 'go-no-go', on: '2026-12-29' },
    ]);
  });

  it('refuses a cadence that makes no sense and dates in the wrong order', async () => {
    const { test, input } = await start();
    const early = { ...input, offsets: { ...offsets, 'scope-freeze': 12 } };
    expect((await test.refused('trains.create', early)).message).toContain(
      'Scope freeze comes 12 working days before the deployment, and so before cut-off',
    );
    const none = await test.refused('trains.create', { ...input, recurrence: '' });
    expect(none.fields?.['recurrence']).toContain('how often');
    const nobody = { ...input, ownerId: '0190a0a0-0000-7000-8000-0000000000ff' };
    expect((await test.refused('trains.create', nobody)).fields?.['ownerId']).toContain('nobody');
    await test.call('trains.create', input);
    expect((await test.refused('trains.create', input)).fields?.['name']).toContain(
      'another train',
    );
  });

  it('makes the releases of its next departures, once, with dates and next versions', async () => {
    const started = await start();
    const { test, cast } = started;
    const { train, first, second, notes } = await generated(started);
    expect(notes).toEqual([expect.stringContaining('checkout has no semantic versions')]);
    const release = await test.call('releases.get', { id: first });
    expect(release).toMatchObject({ name: 'Weekly 2026-12-16', ownerId: cast.ana.id });
    expect(release.startAt).toBe('2026-12-16T21:00:00.000Z');
    const later = await test.call('releases.get', { id: second });
    expect([release, later].map(({ components }) => components[0]?.version)).toEqual([
      '1.0.0',
      '1.1.0',
    ]);
    const { tasks } = await test.call('tasks.list', { releaseId: first });
    expect(tasks.map(({ title, startOn }) => [title, startOn])).toContainEqual([
      'Scope freeze',
      '2026-12-04',
    ]);
    const again = await test.call('trains.generate', { id: train.id, count: 1 });
    expect(again.releaseIds).not.toContain(first);
    await test.call('edits.undo', {});
    await test.call('edits.undo', {});
    expect((await test.call('releases.list', {})).releases).toEqual([]);
  });

  it('leaves one departure out and takes it up again, the others as they were', async () => {
    const started = await start();
    const { test, input } = started;
    const { id } = await test.call('trains.create', input);
    const skipped = await test.call('trains.skip', { id, on: '2026-12-30' });
    expect(skipped.departures.map((each) => each.skipped).slice(0, 3)).toEqual([
      false,
      true,
      false,
    ]);
    const { releaseIds } = await test.call('trains.generate', { id, count: 2 });
    const names = await Promise.all(
      releaseIds.map(async (each) => (await test.call('releases.get', { id: each })).name),
    );
    expect(names).toEqual(['Weekly 2026-12-16', 'Weekly 2027-01-13']);
    await test.call('trains.keep', { id, on: '2026-12-30' });
    expect((await departures(started))[1]?.skipped).toBe(false);
  });

  it('shifts one release: dates follow, those edited by hand stay and are listed', async () => {
    const started = await start();
    const { test } = started;
    const { first, second } = await generated(started);
    const { tasks } = await test.call('tasks.list', { releaseId: first });
    const decision = tasks.find(({ title }) => title === 'Go/no-go');
    await test.call('tasks.save', { id: decision?.id ?? '', startOn: '2026-12-11' });
    const wanted = { releaseId: first, startAt: '2026-12-17T21:00:00.000Z' };
    const preview = await test.call('trains.previewShift', wanted);
    expect(preview.kept).toEqual([{ mark: 'go-no-go', on: '2026-12-11', wouldBe: '2026-12-16' }]);
    expect(preview.moves).toContainEqual({
      ...{ mark: 'scope-freeze', from: '2026-12-04', to: '2026-12-07' },
    });
    await test.call('trains.shift', wanted);
    const [shifted, untouched] = await departures(started);
    expect(shifted?.release?.startAt).toBe('2026-12-17T21:00:00.000Z');
    expect(untouched?.release).toMatchObject({ id: second, startAt: '2026-12-30T21:00:00.000Z' });
    const after = await test.call('tasks.list', { releaseId: first });
    expect(after.tasks.find(({ id }) => id === decision?.id)?.startOn).toBe('2026-12-11');
    await test.call('edits.undo', {});
    const back = await test.call('tasks.list', { releaseId: first });
    expect(back.tasks.map(({ startOn }) => startOn)).toContain('2026-12-04');
  });

  it('counts scope that comes after the freeze, and passes on what missed it', async () => {
    const started = await start();
    const { test } = started;
    const { first, second } = await generated(started);
    await test.call('scope.add', { releaseId: first, title: 'In time' });
    const { tasks } = await test.call('tasks.list', { releaseId: first });
    const freeze = tasks.find(({ title }) => title === 'Scope freeze');
    await test.call('tasks.save', { id: freeze?.id ?? '', startOn: '2026-11-20' });
    const late = { releaseId: first, title: 'Too late' };
    const refused = await test.refused('scope.add', late);
    expect(refused.message).toContain('is frozen since Fri 20 Nov');
    expect(refused.fields).toHaveProperty('lateReason');
    const added = await test.call('scope.add', { ...late, lateReason: 'Regulator, Ana agreed' });
    expect(added.lateReason).toBe('Regulator, Ana agreed');
    expect(await test.call('scope.freeze', { releaseId: first })).toEqual({
      ...{ on: '2026-11-20', frozen: true, late: 1 },
    });
    expect((await departures(started))[0]?.release).toMatchObject({ late: 1, open: 2 });
    await test.call('scope.update', { id: added.id, status: 'done' });
    const passed = await test.call('trains.passOn', { releaseId: first });
    expect(passed).toEqual({ toReleaseId: second, moved: 1 });
    const there = await test.call('scope.list', { releaseId: second });
    expect(there.map(({ title, lateReason }) => [title, lateReason])).toEqual([['In time', '']]);
  });
});
