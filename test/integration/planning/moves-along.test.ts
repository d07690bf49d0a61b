import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

/** The clock of the tests stands at Tue 24 Nov 2026; Payments 4.2 starts a week later. */
async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await aRelease(test, cast);
  const book = (from: string, to: string, more = {}) =>
    test.call('bookings.create', {
      ...{ environmentId: cast.staging.id, zone: 'Europe/London', purpose: 'Load test' },
      ...{ startAt: `${from}:00.000Z`, endAt: `${to}:00.000Z`, releaseId: release.id, ...more },
    });
  const commit = (weekOn: string) =>
    test.call('capacity.commit', {
      ...{ releaseId: release.id, roleKey: 'qa-lead', days: 2, weekOn },
    });
  const bookings = async () => {
    const span = { from: '2026-11-01T00:00:00.000Z', to: '2027-02-01T00:00:00.000Z' };
    const list = await test.call('bookings.list', span);
    return list.bookings.map(({ id, startAt, endAt }) => ({ id, startAt, endAt }));
  };
  const commitments = () => test.call('capacity.commitments', { releaseId: release.id });
  return { test, cast, release, book, commit, bookings, commitments };
}

describe('what moves along with a release', () => {
  it('is its bookings and promised weeks too, with clashes, in one undo', async () => {
    const { test, release, book, commit, bookings, commitments } = await start();
    const running = await book('2026-11-24T08:00', '2026-11-25T17:00');
    const own = await book('2026-11-30T09:00', '2026-11-30T17:00');
    const foreign = { releaseId: null, purpose: 'Training' };
    await book('2026-12-07T16:00', '2026-12-07T18:00', foreign);
    await commit('2026-11-23');
    await commit('2026-11-30');
    const before = [await bookings(), await commitments()];

    const move = { id: release.id, start: '2026-12-08T22:00:00.000Z' };
    const preview = await test.call('releases.previewMove', move);
    expect(preview.moved[0]).toMatchObject({
      bookings: [
        {
          ...{ id: own.id, place: 'staging-eu', purpose: 'Load test' },
          from: { startAt: own.startAt, endAt: own.endAt },
          to: { startAt: '2026-12-07T09:00:00.000Z', endAt: '2026-12-07T17:00:00.000Z' },
          clashes: [expect.stringContaining('“Training” has it alone (Mara Okafor)')],
        },
      ],
      commitments: [{ who: 'QA lead', days: 2, from: '2026-11-30', to: '2026-12-07' }],
    });
    expect([await bookings(), await commitments()]).toEqual(before);

    await test.call('releases.move', move);
    expect(await bookings()).toEqual([
      { id: running.id, startAt: running.startAt, endAt: running.endAt },
      { id: own.id, startAt: '2026-12-07T09:00:00.000Z', endAt: '2026-12-07T17:00:00.000Z' },
      expect.objectContaining({ startAt: '2026-12-07T16:00:00.000Z' }),
    ]);
    expect((await commitments()).map(({ weekOn }) => weekOn)).toEqual(['2026-11-23', '2026-12-07']);
    await test.call('edits.undo', {});
    const after = [await bookings(), (await commitments()).map((each) => each.weekOn)];
    expect(after).toEqual([before[0], ['2026-11-23', '2026-11-30']]);
  });

  it('does not clash with what moves by the same step', async () => {
    const { test, cast, release, book } = await start();
    const child = await aRelease(test, cast, {
      name: 'Gateway 1.1',
      deployments: [
        {
          ...{ environmentId: cast.staging.id, region: 'eu', zone: 'Europe/London' },
          ...{ startAt: '2026-12-01T18:00:00.000Z', durationMinutes: 60 },
        },
      ],
    });
    await test.call('releases.setParent', { id: child.id, parentId: release.id });
    // Ends when the child begins, here and a day later: neither its old nor its new place clashes.
    await book('2026-12-01T12:00', '2026-12-01T18:00');
    const move = { id: release.id, start: '2026-12-02T04:00:00.000Z' };
    const { moved } = await test.call('releases.previewMove', move);
    expect(moved.map(({ name }) => name)).toEqual(['Payments 4.2', 'Gateway 1.1']);
    expect(moved[0]?.bookings[0]).toMatchObject({
      to: { startAt: '2026-12-01T18:00:00.000Z' },
      clashes: [],
    });
  });

  it('follows the train it rides: dates edited by hand stay and are told', async () => {
    const { test, cast } = await start();
    const train = await test.call('trains.create', {
      ...{ name: 'Weekly', zone: 'Europe/London', startWall: '2026-12-16T21:00' },
      ...{ recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', durationMinutes: 90 },
      offsets: {
        ...{ 'cut-off': 10, 'scope-freeze': null, 'qa-start': null },
        ...{ 'qa-end': null, 'go-no-go': 1 },
      },
      ...{ environmentId: cast.production.id, serviceIds: [cast.payments.id] },
      ownerId: cast.ana.id,
    });
    const { releaseIds } = await test.call('trains.generate', { id: train.id, count: 1 });
    const [id = ''] = releaseIds;
    const tasksOf = async () => (await test.call('tasks.list', { releaseId: id })).tasks;
    const [cutOff] = await tasksOf();
    await test.call('tasks.save', { id: cutOff?.id, startOn: '2026-12-01' });
    await test.call('tasks.save', {
      ...{ releaseId: id, title: 'Announce', durationDays: 1, startOn: '2026-12-15' },
    });
    const before = await tasksOf();

    // Two days later, over a weekend: the go/no-go is a working day before the new start.
    const move = { id, start: '2026-12-21T21:00:00.000Z' };
    const { moved } = await test.call('releases.move', move);
    expect(moved[0]).toMatchObject({
      tasks: [
        { title: 'Go/no-go', from: '2026-12-15', to: '2026-12-18' },
        { title: 'Announce', from: '2026-12-15', to: '2026-12-21' },
      ],
      kept: [{ title: 'Cut-off', on: '2026-12-01', wouldBe: '2026-12-07' }],
    });
    const [view] = await test.call('trains.list', {});
    const dates = view?.departures[0]?.release?.dates;
    expect(dates?.map(({ on, byHand }) => [on, byHand])).toEqual([
      ['2026-12-01', true],
      ['2026-12-18', false],
    ]);
    await test.call('edits.undo', {});
    const after = await tasksOf();
    expect(after.map(({ startOn }) => startOn)).toEqual(before.map(({ startOn }) => startOn));
  });
});
