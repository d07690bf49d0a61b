import { describe, expect, it } from 'vitest';
import { readMigrations } from '#core/database/migrate.ts';
import { window } from '#core/database/schema/calendar.ts';
import { releaseTrain } from '#core/database/schema/trains.ts';
import { holiday, holidayCalendar } from '#core/database/schema/holidays.ts';
import { openStore } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { resourceFolder } from '#core/resources.ts';
import { join } from 'node:path';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { testNow } from '../../support/surroundings.ts';
import type { TestApp } from '../../support/test-app.ts';

const december = { from: '2026-12-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' };

/** Writes rows no procedure writes yet, into the closed file, and opens it again. */
async function withRows(test: TestApp, add: (write: Write) => void): Promise<void> {
  await test.call('workspace.close', {});
  const path = join(test.folder, 'Payments.slipway');
  let seed = 3;
  const store = openStore({
    ...{ path, mode: 'write', deviceId: '0190a0a0-0000-7000-8000-00000000000e' },
    migrations: readMigrations(resourceFolder('migrations')),
    clock: () => testNow,
    randomBytes: (count) =>
      Uint8Array.from({ length: count }, () => (seed = (seed * 31 + 7) % 251)),
  });
  store.transact('test', null, add);
  store.close();
  await test.call('workspace.open', { path });
}

const aWindow = {
  ...{ note: '', recurrence: '', zone: 'Europe/London', uid: '', authorityId: null },
  ...{ serviceIds: [], environmentIds: [], regions: [] },
};

describe('calendar.range', () => {
  it('gives deployments with what they are filtered by, earliest first', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { production, payments, mara } = cast;
    const deployment = (startAt: string, durationMinutes: number) => ({
      ...{ environmentId: production.id, region: 'eu', zone: 'Europe/London', startAt },
      durationMinutes,
    });
    const later = await aRelease(test, cast);
    await aRelease(test, cast, {
      name: 'Long',
      deployments: [deployment('2026-11-28T00:00:00.000Z', 7 * 24 * 60)],
    });
    await aRelease(test, cast, {
      name: 'Ended',
      deployments: [deployment('2026-11-30T23:00:00.000Z', 60)],
    });
    await aRelease(test, cast, {
      name: 'At the first instant',
      deployments: [deployment(december.from, 0)],
    });
    const { entries, bands, holidays, trains } = await test.call('calendar.range', december);
    expect(entries.map(({ name }) => name)).toEqual([
      'Long',
      'At the first instant',
      'Payments 4.2',
    ]);
    expect(entries[2]).toMatchObject({
      releaseId: later.id,
      ownerId: mara.id,
      environmentId: production.id,
      serviceIds: [payments.id],
      band: later.risk.band,
      trainId: null,
      movable: true,
      startAt: '2026-12-01T22:00:00.000Z',
      endAt: '2026-12-01T23:30:00.000Z',
    });
    expect({ bands, holidays, trains }).toEqual({ bands: [], holidays: [], trains: [] });
  });

  it('is narrowed by each part of a filter, windows by what they are about', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { payments, checkout, production, staging, jon, mara } = cast;
    await aRelease(test, cast);
    await aRelease(test, cast, {
      ...{ name: 'Checkout', type: 'hotfix', ownerId: jon.id },
      components: [{ serviceId: checkout.id, version: '2026.11.0' }],
      deployments: [
        {
          ...{ environmentId: staging.id, startAt: '2026-12-02T22:00:00.000Z' },
          ...{ zone: 'Europe/London', durationMinutes: 60 },
        },
      ],
    });
    let trainId = '';
    await withRows(test, (write) => {
      const year = { startWall: '2026-12-18T17:00', endWall: '2027-01-04T08:00' };
      const hard = { ...aWindow, ...year, kind: 'hard-freeze', name: 'Year end' } as const;
      write.insert(window, { ...hard, serviceIds: [payments.id] });
      write.insert(window, {
        ...{ ...aWindow, kind: 'deployment', name: 'Tuesday nights' },
        ...{ startWall: '2026-12-01T20:00', endWall: '2026-12-01T23:00' },
        recurrence: 'FREQ=WEEKLY;BYDAY=TU',
      });
      const uk = { name: 'United Kingdom', workingDays: [1, 2, 3, 4, 5], region: 'GB' };
      const { id: calendarId } = write.insert(holidayCalendar, uk);
      write.insert(holiday, { calendarId, on: '2026-12-25', name: 'Christmas Day', uid: '' });
      write.insert(holiday, { calendarId, on: '2027-04-05', name: 'Easter Monday', uid: '' });
      trainId = write.insert(releaseTrain, {
        ...{ name: 'Mobile', zone: 'UTC', startWall: '2026-12-01T10:00', recurrence: '' },
        ...{ durationMinutes: 60, environmentId: production.id, serviceIds: [] },
        ...{
          ownerId: mara.id,
          type: 'minor',
          templateId: null,
          holidayCalendarId: null,
          skips: [],
          note: '',
        },
        offsets: { 'cut-off': 5, 'scope-freeze': 5, 'qa-start': 4, 'qa-end': 2, 'go-no-go': 1 },
      }).id;
    });
    const range = (filter: object) => test.call('calendar.range', { ...december, filter });
    const names = async (filter: object) => (await range(filter)).entries.map(({ name }) => name);
    expect(await names({ services: [checkout.id] })).toEqual(['Checkout']);
    expect(await names({ environments: [production.id] })).toEqual(['Payments 4.2']);
    expect(await names({ types: ['hotfix', 'major'] })).toEqual(['Checkout']);
    expect(await names({ owners: [jon.id], types: ['minor'] })).toEqual([]);
    expect(await names({ trains: [trainId] })).toEqual([]);
    const { entries, bands, holidays, trains } = await range({});
    expect(await names({ bands: [entries[0]?.band] })).toContain('Payments 4.2');
    expect(bands.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 3 }, () => 'Tuesday nights'),
      'Year end',
      ...Array.from({ length: 2 }, () => 'Tuesday nights'),
    ]);
    expect(holidays).toEqual([
      { on: '2026-12-25', name: 'Christmas Day', calendar: 'United Kingdom' },
    ]);
    expect(trains).toEqual([{ id: trainId, name: 'Mobile' }]);
    // A freeze of payments alone is none of checkout's; what is about all services stays.
    const ofCheckout = (await range({ services: [checkout.id] })).bands;
    expect(new Set(ofCheckout.map(({ name }) => name))).toEqual(new Set(['Tuesday nights']));
    expect((await range({ kinds: ['hard-freeze'] })).bands).toHaveLength(1);

    const nights = bands.find(({ name }) => name === 'Tuesday nights');
    const next = await test.call('calendar.nextOccurrences', {
      windowId: nights?.windowId ?? '',
      after: '2027-03-20T00:00:00.000Z',
    });
    // The clocks go forward on the 28th: 20:00 in London stays 20:00.
    expect(next.map(({ startsAt }) => startsAt).slice(0, 2)).toEqual([
      '2027-03-23T20:00:00.000Z',
      '2027-03-30T19:00:00.000Z',
    ]);
    expect(next).toHaveLength(5);
  });

  it('refuses a span that is empty or longer than three years, with what to do', async () => {
    const test = startTestApp();
    await buildWorkspace(test);
    const empty = { from: december.to, to: december.from };
    expect((await test.refused('calendar.range', empty)).fields?.['to']).toContain('later time');
    const long = { from: '2000-01-01T00:00:00.000Z', to: '2199-01-01T00:00:00.000Z' };
    expect((await test.refused('calendar.range', long)).fields?.['to']).toContain('ask for less');
  });
});
