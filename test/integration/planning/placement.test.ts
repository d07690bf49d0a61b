import { describe, expect, it } from 'vitest';
import { absence, booking } from '#core/database/schema/calendar.ts';
import { holiday, holidayCalendar } from '#core/database/schema/holidays.ts';
import { person } from '#core/database/schema/workspace.ts';
import type { Output } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { addWindow, writeRows } from './calendar-rows.ts';

const bySubject = ({ findings }: Output<'calendar.checkPlacement'>) =>
  findings.map(({ key, severity, subject }) => [key, severity, subject.name]);

async function planned() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const release = await aRelease(test, cast);
  const check = (start: string, deploymentId?: string) =>
    test.call('calendar.checkPlacement', {
      ...{ releaseId: release.id, start },
      ...(deploymentId === undefined ? {} : { deploymentId }),
    });
  return { test, cast, as: cast.mara.id, release, check };
}

describe('The placement check', () => {
  it('names what is in the way, its times, and who may override it', async () => {
    const { test, cast, release, check } = await planned();
    await writeRows(test, (write) => {
      addWindow(write, {
        ...{ kind: 'soft-freeze', name: 'Quarter end', regions: ['EU'] },
        ...{ startWall: '2026-12-08T17:00', endWall: '2026-12-09T08:00' },
      });
      addWindow(write, {
        ...{ kind: 'hard-freeze', name: 'Peak sales', authorityId: cast.jon.id },
        ...{ startWall: '2026-12-09T12:00', endWall: '2026-12-10T22:00' },
      });
      addWindow(write, {
        ...{ kind: 'hard-freeze', name: 'Elsewhere', regions: ['us'] },
        ...{ startWall: '2026-12-01T00:00', endWall: '2026-12-31T00:00' },
      });
      write.insert(booking, {
        ...{ environmentId: cast.production.id, releaseId: null, purpose: 'Load test' },
        ...{ startAt: Date.parse('2026-12-11T20:00Z'), endAt: Date.parse('2026-12-11T22:30Z') },
        ...{ zone: 'Europe/London', bookedById: cast.ana.id, shared: false, note: '' },
      });
      write.insert(absence, {
        ...{ personId: cast.mara.id, kind: 'leave', firstOn: '2026-12-11', lastOn: '2026-12-12' },
        ...{ deputyId: cast.jon.id, note: '' },
      });
      const { id } = write.insert(holidayCalendar, {
        ...{ name: 'England', workingDays: [1, 2, 3, 4, 5], region: 'GB' },
      });
      write.insert(holiday, { calendarId: id, on: '2026-12-25', name: 'Christmas Day', uid: '' });
      write.update(person, cast.mara.id, { holidayCalendarId: id });
    });

    const soft = await check('2026-12-08T22:00:00.000Z');
    expect(bySubject(soft)).toEqual([['soft-freeze', 'needs-exception', 'Quarter end']]);
    expect(soft.worst).toBe('needs-exception');
    expect(soft.findings[0]).toMatchObject({
      local: 'Tue 8 Dec 17:00 – Wed 9 Dec 08:00 London',
      scope: 'all services, all environments, EU',
      override: 'A second person can grant an exception.',
    });

    const hard = await check('2026-12-09T22:00:00.000Z');
    expect(bySubject(hard)).toEqual([['hard-freeze', 'blocked', 'Peak sales']]);
    expect(hard.findings[0]?.override).toContain('Jon Bell, the authority');

    const away = await check('2026-12-11T22:00:00.000Z');
    expect(bySubject(away)).toEqual([
      ['environment-booked', 'needs-exception', 'Load test'],
      ['owner-absent', 'warning', 'Mara Okafor'],
    ]);
    expect(away.findings[1]?.what).toContain('Jon Bell stands in');
    expect(bySubject(await check('2026-12-25T22:00:00.000Z'))).toEqual([
      ['public-holiday', 'warning', 'England'],
    ]);

    // It begins when the freeze ends, and ends when the other one begins: touching is no clash.
    expect((await check('2026-12-09T08:00:00.000Z')).findings).toEqual([]);
    const touching = await check('2026-12-09T10:30:00.000Z');
    expect(touching.findings).toEqual([]);
    expect((await check('2026-12-09T10:31:00.000Z')).worst).toBe('blocked');

    const free = await test.call('calendar.nearestFree', {
      ...{ releaseId: release.id, start: '2026-12-08T22:00:00.000Z' },
    });
    expect(free.starts.map(({ startAt }) => startAt)).toEqual([
      '2026-12-10T22:00:00.000Z',
      '2026-12-14T22:00:00.000Z',
      '2026-12-15T22:00:00.000Z',
    ]);
    expect(free.inTheWay).toBeNull();
  });

  it('counts the notice for the risk, more of it in a freeze, and tells how', async () => {
    const { test, check } = await planned();
    // Of payments-api, a financial system: high, five working days from Tuesday 24 November.
    const short = await check('2026-11-30T22:00:00.000Z');
    expect(short.worst).toBe('blocked');
    expect(short.findings[0]).toMatchObject({ key: 'minimum-notice' });
    expect(short.findings[0]?.what).toBe(
      'A release of high risk is announced 5 working days ahead; from Tue 24 Nov to Mon 30 Nov there are 4. The earliest day is Tue 1 Dec.',
    );
    expect(short.findings[0]?.arithmetic).toContain('financial system: payments-api');
    // Planned a week ahead: it stays announced as time goes by.
    test.setNow('2026-11-30T09:00:00.000Z');
    expect(await check('2026-12-01T22:00:00.000Z')).toMatchObject({ planned: true, findings: [] });
    expect((await check('2026-12-01T22:30:00.000Z')).worst).toBe('blocked');
  });

  it('stops a move to a blocked start with the way out, but neither undo nor postponing', async () => {
    const { test, cast, as, release } = await planned();
    const freeze = await writeRows(test, (write) =>
      addWindow(write, {
        ...{ kind: 'hard-freeze', name: 'Year end', authorityId: cast.jon.id },
        ...{ startWall: '2026-12-08T00:00', endWall: '2026-12-10T00:00' },
      }),
    );
    const move = { id: release.id, toAt: '2026-12-08T22:00:00.000Z' };
    const error = await test.refused('releases.reschedule', move, as);
    expect(error.message).toContain(`Hard freeze: ${freeze.name}`);
    expect(error.message).toContain('Nearest free: Thu 10 Dec 22:00 London');
    const preview = await test.call('releases.previewReschedule', move, as);
    expect(preview).toMatchObject({ refused: error.message, moves: 1 });
    const postponed = { id: release.id, startAt: move.toAt, reason: 'Waits for the bank' };
    expect((await test.call('releases.postpone', postponed, as)).startAt).toBe(move.toAt);
    expect(await test.call('releases.reschedule', { id: release.id, byDays: 2 }, as)).toMatchObject(
      {
        startAt: '2026-12-10T22:00:00.000Z',
      },
    );
    await test.call('edits.undo', {}, as);
    expect(await test.call('releases.get', { id: release.id })).toMatchObject({
      startAt: move.toAt,
    });
  });

  it('sees what others plan as soon as it is planned', async () => {
    const { test, cast, as, release, check } = await planned();
    const start = '2026-12-15T22:00:00.000Z';
    expect((await check(start)).findings).toEqual([]);
    const other = await aRelease(test, cast, {
      ...{ name: 'Payments 4.3' },
      deployments: [
        {
          ...{ environmentId: cast.production.id, startAt: start, zone: 'Europe/London' },
          durationMinutes: 60,
        },
      ],
    });
    expect(bySubject(await check(start))).toEqual([
      ['environment-booked', 'needs-exception', 'Payments 4.3'],
      ['shared-service', 'needs-exception', 'Payments 4.3'],
    ]);
    // Right after it the environment is free, but the service was just released.
    expect(bySubject(await check('2026-12-15T23:00:00.000Z'))).toEqual([
      ['shared-service', 'warning', 'Payments 4.3'],
    ]);
    const needs = { kind: 'release', targetReleaseId: other.id } as const;
    await test.call('dependencies.save', { releaseId: release.id, ...needs }, as);
    expect(bySubject(await check('2026-12-10T22:00:00.000Z'))).toEqual([
      ['dependency-order', 'needs-exception', 'Payments 4.3'],
    ]);
    await test.call('releases.cancel', { id: other.id, reason: 'Not needed' }, as);
    const [cancelled, ...more] = (await check(start)).findings;
    expect(more).toEqual([]);
    expect(cancelled?.what).toContain('was cancelled');
  });
});
