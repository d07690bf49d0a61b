import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const freeze: Input<'windows.create'> = {
    ...{ kind: 'soft-freeze', name: 'Quarter end', zone: 'Europe/London' },
    ...{ startWall: '2026-11-27T17:00', endWall: '2026-12-02T08:00' },
    serviceIds: [cast.payments.id],
  };
  return { test, cast, freeze };
}

const weekly = {
  kind: 'maintenance',
  ...{ name: 'Patching', zone: 'Europe/London' },
  ...{ startWall: '2026-11-24T20:00', endWall: '2026-11-24T23:00' },
  recurrence: 'RRULE:freq=weekly;byday=TU',
} as const;

describe('a window', () => {
  it('is added, said in words, changed and taken off again, each with an undo', async () => {
    const { test, cast, freeze } = await start();
    const added = await test.call('windows.create', freeze);
    expect(added).toMatchObject({
      when: 'Fri 27 Nov 2026 17:00 to Wed 2 Dec 2026 08:00 London',
      about: 'payments-api, all environments, all regions',
      next: { startsAt: '2026-11-27T17:00:00.000Z', endsAt: '2026-12-02T08:00:00.000Z' },
    });
    const hard = { id: added.id, kind: 'hard-freeze', authorityId: cast.ana.id } as const;
    expect((await test.call('windows.update', hard)).authorityId).toBe(cast.ana.id);
    // What is no hard freeze any more has no authority either.
    const soft = await test.call('windows.update', { id: added.id, kind: 'soft-freeze' });
    expect(soft.authorityId).toBeNull();
    await test.call('windows.delete', { id: added.id });
    expect(await test.call('windows.list', {})).toEqual([]);
    await test.call('edits.undo', {});
    await test.call('edits.undo', {});
    const [back] = await test.call('windows.list', {});
    expect(back).toMatchObject({ kind: 'hard-freeze', authorityId: cast.ana.id });
  });

  it('refuses times and recurrences that make no sense, with what was found', async () => {
    const { test, freeze } = await start();
    const refused = async (change: object, field: string, words: string) => {
      const error = await test.refused('windows.create', { ...freeze, ...change });
      expect(error.fields?.[field] ?? error.message).toContain(words);
    };
    await refused({ endWall: freeze.startWall }, 'endWall', 'is not after the start');
    await refused({ endWall: '2026-11-26T17:00' }, 'endWall', 'is not after the start');
    await refused({ recurrence: 'FREQ=WEEKLY;BYDAY=FRI' }, 'recurrence', 'BYDAY=FRI');
    await refused({ recurrence: 'FREQ=DAILY' }, 'endWall', 'longer than its period of 1 d');
    await refused({ recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'recurrence', 'never');
    await refused({ recurrence: 'FREQ=YEARLY;UNTIL=20200101' }, 'recurrence', 'before the window');
    await refused({ authorityId: '0190a0a0-0000-7000-8000-0000000000ff' }, 'authorityId', 'nobody');
    await refused({ zone: 'Mars/Base' }, 'zone', 'IANA');
    await refused({ name: 'x'.repeat(5_000) }, 'name', 'shorten');
  });

  it('begins on the first day its recurrence has, and keeps the rule in one way of writing', async () => {
    const { test } = await start();
    const saved = await test.call('windows.create', {
      ...weekly,
      startWall: '2026-11-22T20:00',
      endWall: '2026-11-22T23:00',
    });
    expect(saved).toMatchObject({
      ...{ startWall: '2026-11-24T20:00', endWall: '2026-11-24T23:00' },
      ...{ recurrence: 'FREQ=WEEKLY;BYDAY=TU', when: 'every Tuesday 20:00 to 23:00 London' },
    });
  });

  it('shows its next occurrences, of which one is skipped, moved and put back', async () => {
    const { test } = await start();
    const { id } = await test.call('windows.create', weekly);
    const next = async (more: Partial<Input<'windows.occurrences'>> = {}) =>
      (await test.call('windows.occurrences', { windowId: id, count: 3, ...more })).map(
        ({ local, state }) => `${local.start} ${state}`,
      );
    const third = { id, originalWall: '2026-12-08T20:00' };
    await test.call('windows.changeOccurrence', { ...third, to: { change: 'skip' }, note: 'Sale' });
    const from = '2026-12-01T00:00:00.000Z';
    expect(await next({ from })).toEqual([
      ...['2026-12-01T20:00 regular', '2026-12-15T20:00 regular', '2026-12-22T20:00 regular'],
    ]);
    expect((await next({ from, withSkipped: true }))[1]).toBe('2026-12-08T20:00 skipped');
    const to = { change: 'move', startWall: '2026-12-09T20:00', endWall: '2026-12-09T21:00' };
    await test.call('windows.changeOccurrence', { ...third, to: { ...to, change: 'move' } });
    expect((await next({ from }))[1]).toBe('2026-12-09T20:00 moved');
    // The window an hour later: what was moved stays where it was put.
    await test.call('windows.update', {
      ...{ id, startWall: '2026-11-24T21:00', endWall: '2026-11-24T23:00' },
    });
    expect((await next({ from })).slice(0, 2)).toEqual([
      ...['2026-12-01T21:00 regular', '2026-12-09T20:00 moved'],
    ]);
    const now = { ...third, originalWall: '2026-12-08T21:00' };
    await test.call('windows.changeOccurrence', { ...now, to: { change: 'put-back' } });
    expect((await next({ from }))[1]).toBe('2026-12-08T21:00 regular');
    await test.call('edits.undo', {});
    expect((await next({ from }))[1]).toBe('2026-12-09T20:00 moved');
    const nowhere = { id, originalWall: '2026-12-07T20:00', to: { change: 'skip' } } as const;
    expect((await test.refused('windows.changeOccurrence', nowhere)).code).toBe('not_found');
  });
});

describe('the impact of a window', () => {
  it('names what it hits before it is saved, and whom to tell', async () => {
    const { test, cast, freeze } = await start();
    const release = await aRelease(test, cast);
    await aRelease(test, cast, { name: 'Checkout', components: [] });
    const {
      name: _,
      note: __,
      authorityId: ___,
      ...window
    } = { note: '', authorityId: null, ...freeze };
    const impact = await test.call('windows.impact', { window });
    expect(impact.releases.map(({ name }) => name).toSorted()).toEqual([
      'Checkout',
      'Payments 4.2',
    ]);
    expect(impact.releases.find(({ releaseId }) => releaseId === release.id)).toMatchObject({
      ...{ how: 'overlaps', already: false, place: 'prod-eu' },
      overlap: { local: 'Tue 1 Dec 22:00 – 23:30 London', utc: 'Tue 1 Dec 22:00 – 23:30 UTC' },
    });
    expect(impact.tell).toMatchObject([{ name: 'Mara Okafor' }]);
    // Touching ends do not clash.
    const touching = { ...window, endWall: '2026-12-01T22:00' };
    expect((await test.call('windows.impact', { window: touching })).releases).toEqual([]);
    const staging = { ...window, environmentIds: [cast.staging.id] };
    expect((await test.call('windows.impact', { window: staging })).releases).toEqual([]);
    const { id } = await test.call('windows.create', freeze);
    const saved = await test.call('windows.impact', { windowId: id, window });
    expect(saved.releases.every(({ already }) => already)).toBe(true);
  });

  it('says what lies outside a deployment window', async () => {
    const { test, cast } = await start();
    await aRelease(test, cast);
    const window = { ...weekly, kind: 'deployment', name: undefined } as const;
    const { name: _, ...times } = window;
    const outside = await test.call('windows.impact', { window: times });
    expect(outside.releases).toMatchObject([{ how: 'outside' }]);
    const wide = { ...times, endWall: '2026-11-24T23:45' };
    expect((await test.call('windows.impact', { window: wide })).releases).toEqual([]);
  });

  it('moves what it hits to the next working day clear of every freeze, with one undo', async () => {
    const { test, cast, freeze } = await start();
    const one = await aRelease(test, cast);
    const two = await aRelease(test, cast, { name: 'Payments 4.3' });
    const { id } = await test.call('windows.create', freeze);
    await test.call('windows.create', {
      ...{ ...freeze, name: 'Peak', startWall: '2026-12-02T12:00', endWall: '2026-12-04T00:00' },
    });
    const calendar = await test.call('holidays.save', {
      name: 'UK',
      holidays: [{ on: '2026-12-04', name: 'A bank holiday' }],
    });
    await test.call('services.save', { ...saving(cast), holidayCalendarId: calendar.id });
    const moves = await test.call('windows.previewMoves', {
      ...{ windowId: id, releaseIds: [one.id, two.id] },
    });
    // Wed 2 and Thu 3 are frozen, Fri 4 is a holiday, then comes the weekend.
    expect(moves.map(({ toAt }) => toAt)).toEqual([
      ...['2026-12-07T22:00:00.000Z', '2026-12-07T22:00:00.000Z'],
    ]);
    const given = moves.map(({ releaseId, fromAt, toAt }) => ({
      ...{ releaseId, fromAt: fromAt ?? '', toAt: toAt ?? '' },
    }));
    const answer = await test.call('windows.moveReleases', { moves: given });
    expect(answer).toEqual({ moved: [one.id, two.id], refused: [] });
    const startOf = async (release: string) =>
      (await test.call('releases.get', { id: release })).startAt;
    expect(await startOf(two.id)).toBe('2026-12-07T22:00:00.000Z');
    // Given again they are where somebody else put them: named, and nothing moves.
    const again = await test.call('windows.moveReleases', { moves: given });
    expect(again.moved).toEqual([]);
    expect(again.refused[0]?.why).toContain('planned for Mon 7 Dec 2026 22:00 London');
    await test.call('edits.undo', {});
    expect(await startOf(one.id)).toBe('2026-12-01T22:00:00.000Z');
    expect(await startOf(two.id)).toBe('2026-12-01T22:00:00.000Z');
  });
});

function saving({ payments }: Awaited<ReturnType<typeof buildWorkspace>>): Input<'services.save'> {
  const { id, name, criticality, financial, ownerIds, versionScheme } = payments;
  return { id, name, criticality, financial, ownerIds, versionScheme };
}

describe('a holiday calendar', () => {
  it('has its days once, is used by people and services, and lets go of them', async () => {
    const { test, cast } = await start();
    const christmas = { on: '2026-12-25', name: 'Christmas Day' };
    const uk = await test.call('holidays.save', {
      ...{ name: 'UK', workingDays: [5, 1, 1], holidays: [christmas, christmas] },
    });
    expect(uk).toMatchObject({ workingDays: [1, 5], holidays: [christmas] });
    const { id: jonId, name, roles } = cast.jon;
    await test.call('people.save', { id: jonId, name, roles, holidayCalendarId: uk.id });
    const boxing = { on: '2026-12-26', name: 'Boxing Day' };
    const more = await test.call('holidays.save', {
      ...{ id: uk.id, name: 'UK', holidays: [boxing, christmas] },
    });
    expect(more.holidays.map(({ on }) => on)).toEqual(['2026-12-25', '2026-12-26']);
    expect(more.holidays[0]?.id).toBe(uk.holidays[0]?.id);
    expect(await test.call('holidays.remove', { id: uk.id })).toMatchObject({ people: 1 });
    const jon = async () =>
      (await test.call('people.list', {})).people.find(({ id }) => id === cast.jon.id);
    expect((await jon())?.holidayCalendarId).toBeNull();
    await test.call('edits.undo', {});
    expect((await jon())?.holidayCalendarId).toBe(uk.id);
    expect(await test.call('holidays.list', {})).toMatchObject([{ holidays: more.holidays }]);
    expect(await test.refused('holidays.save', { name: 'uk' })).toMatchObject({
      fields: { name: expect.stringContaining('tell them apart') },
    });
  });
});
