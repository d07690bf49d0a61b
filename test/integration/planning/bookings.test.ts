import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const nobody = '0190a0a0-0000-7000-8000-0000000000ff';
const week = { from: '2026-11-30T00:00:00.000Z', to: '2026-12-07T00:00:00.000Z' };

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const wanted = (from: string, to: string, more: Partial<Input<'bookings.create'>> = {}) => ({
    ...{ environmentId: cast.staging.id, purpose: 'Load test', zone: 'Europe/London' },
    ...{ startAt: `2026-12-0${from}:00.000Z`, endAt: `2026-12-0${to}:00.000Z`, ...more },
  });
  const book = (...given: Parameters<typeof wanted>) =>
    test.call('bookings.create', wanted(...given));
  const list = async (environmentId?: string) =>
    test.call('bookings.list', { ...week, ...(environmentId && { environmentId }) });
  return { test, cast, release, wanted, book, list };
}

describe('a booking', () => {
  it('is saved though it is double, and says at once what it clashes with', async () => {
    const { test, cast, wanted, book, list } = await start();
    const first = await book('1T09:00', '1T17:00', { bookedById: cast.jon.id });
    expect(first).toMatchObject({ clashes: [], bookedById: cast.jon.id, shared: false });
    expect((await book('1T17:00', '1T18:00')).clashes).toEqual([]);
    const { startAt, endAt, zone, environmentId } = wanted('1T16:00', '1T17:00');
    const asked = await test.call('bookings.check', { startAt, endAt, zone, environmentId });
    const second = await book('1T16:00', '1T17:00', { shared: true, purpose: 'Rehearsal' });
    expect(second.clashes).toEqual(asked);
    expect(second.clashes.map(({ words }) => words)).toEqual([
      '“Load test” has it alone (Jon Bell); both need it Tue 1 Dec 16:00 – 17:00 London (Tue 1 Dec 16:00 – 17:00 UTC).',
    ]);
    const { bookings } = await list();
    expect(bookings.map(({ purpose, clashes }) => [purpose, clashes.length])).toEqual([
      ['Load test', 1],
      ['Rehearsal', 1],
      ['Load test', 0],
    ]);
    const moved = await test.call('bookings.update', {
      id: second.id,
      endAt: '2026-12-01T16:30:00.000Z',
    });
    expect(moved.clashes).toHaveLength(1);
    const own = { id: second.id, environmentId, startAt, endAt, zone, shared: true };
    expect(await test.call('bookings.check', own)).toHaveLength(1);
    await test.call('bookings.update', { id: first.id, shared: true });
    expect((await list()).bookings.flatMap(({ clashes }) => clashes)).toEqual([]);
  });

  it('clashes with a deployment that is planned there, unless it is for that release', async () => {
    const { test, cast, release, book, list } = await start();
    const production = { environmentId: cast.production.id };
    const other = await book('1T20:00', '1T22:30', production);
    expect(other.clashes).toMatchObject([
      { with: { kind: 'deployment', what: 'Payments 4.2', person: 'Mara Okafor' } },
    ]);
    const own = await test.call('bookings.update', { id: other.id, releaseId: release.id });
    expect(own).toMatchObject({ clashes: [], release: 'Payments 4.2' });
    expect((await list(cast.production.id)).deployments).toMatchObject([
      { endAt: '2026-12-01T23:30:00.000Z', shared: false },
    ]);
    expect(await list(cast.staging.id)).toMatchObject({ bookings: [], deployments: [] });
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed' });
    expect((await list()).deployments).toEqual([]);
    // The environment may be free earlier though the release is over; a new one is not for it.
    await test.call('bookings.update', {
      ...{ id: own.id, releaseId: release.id, endAt: '2026-12-01T21:00:00.000Z' },
    });
    const closed = await test.refused('bookings.create', {
      ...{ ...production, purpose: 'Too late', releaseId: release.id, zone: 'UTC' },
      ...{ startAt: '2026-12-02T20:00:00.000Z', endAt: '2026-12-02T21:00:00.000Z' },
    });
    expect(closed.message).toContain('Payments 4.2 is closed');
  });

  it('is refused with times and names that make no sense, one answer each', async () => {
    const { test, cast, wanted, list } = await start();
    const refused = (more: object) =>
      test.refused('bookings.create', { ...wanted('1T09:00', '1T17:00'), ...more });
    expect((await refused({ endAt: '2026-12-01T09:00:00.000Z' })).fields).toHaveProperty('endAt');
    expect((await refused({ endAt: '2028-12-01T09:00:00.000Z' })).message).toContain('at most 366');
    expect((await refused({ startAt: '1526-12-01T09:00:00.000Z' })).message).toContain('2000 and');
    expect((await refused({ zone: 'Mars/Olympus' })).message).toContain('time zone');
    expect((await refused({ purpose: ' ' })).message).toContain('is empty');
    expect((await refused({ purpose: 'x'.repeat(5000) })).message).toContain('200 characters');
    expect((await refused({ environmentId: nobody })).fields).toHaveProperty('environmentId');
    expect((await refused({ releaseId: nobody })).code).toBe('not_found');
    expect((await refused({ bookedById: nobody })).fields).toHaveProperty('bookedById');
    const long = { from: '2020-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' };
    expect((await test.refused('bookings.list', long)).message).toContain('400 days');
    await test.call('people.leave', { id: cast.iris.id, leftOn: '2026-11-24' });
    expect((await refused({ bookedById: cast.iris.id })).message).toContain('left on 2026-11-24');
    expect((await list()).bookings).toEqual([]);
  });

  it('of somebody who left since is still changed', async () => {
    const { test, cast, book } = await start();
    const bookedById = cast.iris.id;
    const { id } = await book('1T09:00', '1T17:00', { bookedById });
    await test.call('people.leave', { id: bookedById, leftOn: '2026-11-24' });
    const changed = await test.call('bookings.update', { id, bookedById, note: 'Ends earlier' });
    expect(changed).toMatchObject({ bookedById, note: 'Ends earlier' });
  });

  it('is changed, given up, and comes back by undo; windows lie around it', async () => {
    const { test, book, list } = await start();
    const { id, rev } = await book('1T09:00', '1T17:00');
    await test.call('bookings.update', { id, rev, purpose: '=1+1 <b>שלום</b>' });
    const stale = await test.refused('bookings.update', { id, rev, purpose: 'Mine' });
    expect(stale.code).toBe('conflict');
    await test.call('bookings.delete', { id });
    expect((await list()).bookings).toEqual([]);
    await test.call('edits.undo', {});
    expect(await list()).toMatchObject({ bookings: [{ purpose: '=1+1 <b>שלום</b>' }], bands: [] });
    await test.call('edits.undo', {});
    await test.call('edits.undo', {});
    expect((await list()).bookings).toEqual([]);
  });
});
