import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const now = '2026-11-28T09:00:00.000Z';

type Planned = NonNullable<Input<'releases.create'>['deployments']>[number];

async function start() {
  const test = startTestApp();
  test.setNow('2026-11-01T08:00:00.000Z');
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  return { test, cast };
}

function planned(environmentId: string, startAt: string): Planned {
  return { environmentId, startAt, zone: 'Europe/London', durationMinutes: 30 };
}

/** Records a planned deployment an hour after it began, as having taken half an hour. */
async function record(
  test: TestApp,
  releaseId: string,
  environmentId: string,
  result: 'succeeded' | 'failed' | 'rolled-back' = 'succeeded',
): Promise<void> {
  const { deployments } = await test.call('releases.get', { id: releaseId });
  const next = deployments.find(
    (each) => each.environmentId === environmentId && each.actualStartAt === null,
  );
  if (next === undefined) throw new Error('Nothing is planned there');
  const begun = Date.parse(next.startAt);
  test.setNow(new Date(begun + 3_600_000).toISOString());
  await test.call('deployments.record', {
    ...{ id: next.id, actualStartAt: next.startAt, result },
    actualEndAt: new Date(begun + 1_800_000).toISOString(),
  });
}

function released(test: TestApp, cast: Cast, name: string, version: string, starts: Planned[]) {
  const components = [{ serviceId: cast.payments.id, version }];
  return aRelease(test, cast, { name, components, deployments: starts });
}

describe('the environment matrix', () => {
  it('shows what runs where, by which release, and keeps the candidate that staging had', async () => {
    const { test, cast } = await start();
    const { staging, production, payments } = cast;
    const { id } = await released(test, cast, 'Payments 4.2', '4.2.0-rc.3', [
      planned(staging.id, '2026-11-10T10:00:00.000Z'),
      planned(production.id, '2026-11-12T22:00:00.000Z'),
    ]);
    await record(test, id, staging.id);
    test.setNow('2026-11-11T09:00:00.000Z');
    const { components } = await test.call('releases.get', { id });
    const [component] = components;
    await test.call('releases.update', {
      id,
      components: [
        { id: component?.id, serviceId: payments.id, version: '4.2.0' },
        { serviceId: cast.checkout.id, version: '2026.11.0' },
      ],
    });
    await record(test, id, production.id);
    test.setNow(now);
    const found = await test.call('matrix.get', {});
    expect(found).toMatchObject({ at: now, isPast: false, oldAfterDays: 30, drifting: 2 });
    expect(found.environments.map(({ name }) => name)).toEqual(['staging-eu', 'prod-eu']);
    const [checkout, api] = found.rows;
    expect(api).toMatchObject({ name: 'payments-api', drifting: 1 });
    expect(api?.cells[0]?.stands).toMatchObject({
      ...{ version: '4.2.0-rc.3', release: 'Payments 4.2', since: '2026-11-10T10:30:00.000Z' },
    });
    expect(api?.cells[1]).toMatchObject({
      stands: { version: '4.2.0', since: '2026-11-12T22:30:00.000Z' },
      drift: [
        {
          kind: 'differs-from-staging',
          why: 'Payments 4.2 was in staging-eu as 4.2.0-rc.3 and came here as 4.2.0.',
        },
      ],
    });
    // Named after staging was recorded: it was not part of that.
    expect(checkout?.cells[0]).toBeNull();
    expect(checkout?.cells[1]?.drift.map(({ kind }) => kind)).toEqual(['never-in-staging']);
  });

  it('takes what a release named when a result was recorded anew', async () => {
    const { test, cast } = await start();
    const { id } = await released(test, cast, 'Payments 4.2', '4.20.0', [
      planned(cast.staging.id, '2026-11-10T10:00:00.000Z'),
    ]);
    await record(test, id, cast.staging.id);
    const { components, deployments } = await test.call('releases.get', { id });
    await test.call('releases.update', {
      id,
      components: [{ id: components[0]?.id, serviceId: cast.payments.id, version: '4.2.0' }],
    });
    const version = async () => {
      const { rows } = await test.call('matrix.get', { serviceIds: [cast.payments.id] });
      return rows[0]?.cells[0]?.stands?.version;
    };
    expect(await version()).toBe('4.20.0');
    const began = { id: deployments[0]?.id ?? '', actualStartAt: '2026-11-10T10:00:00.000Z' };
    await test.call('deployments.record', began);
    await test.call('deployments.record', {
      ...{ ...began, actualEndAt: '2026-11-10T10:30:00.000Z', result: 'succeeded' },
    });
    expect(await version()).toBe('4.2.0');
  });

  it('puts the earlier version back, and tells every deployment of a cell', async () => {
    const { test, cast } = await start();
    const { production, payments } = cast;
    const first = await released(test, cast, 'Payments 4.1', '4.1.0', [
      planned(production.id, '2026-11-05T22:00:00.000Z'),
    ]);
    await record(test, first.id, production.id);
    const second = await released(test, cast, 'Payments 4.2', '4.2.0', [
      planned(production.id, '2026-11-12T22:00:00.000Z'),
      planned(production.id, '2026-11-13T22:00:00.000Z'),
    ]);
    await record(test, second.id, production.id, 'failed');
    await record(test, second.id, production.id, 'rolled-back');
    test.setNow(now);
    const cell = { serviceId: payments.id, environmentId: production.id };
    const history = await test.call('matrix.history', cell);
    expect(history.cell?.stands).toMatchObject({
      ...{ version: '4.1.0', how: 'put-back', release: 'Payments 4.1' },
      since: '2026-11-13T22:30:00.000Z',
    });
    expect(
      history.events.map(({ what, version, release, stands, standsOf }) => [
        ...[what, version, release, stands?.version, standsOf],
      ]),
    ).toEqual([
      ['rolled-back', '4.2.0', 'Payments 4.2', '4.1.0', 'Payments 4.1'],
      ['failed', '4.2.0', 'Payments 4.2', '4.1.0', 'Payments 4.1'],
      ['deployed', '4.1.0', 'Payments 4.1', '4.1.0', 'Payments 4.1'],
    ]);
    const then = await test.call('matrix.history', { ...cell, at: '2026-11-11' });
    expect(then).toMatchObject({ isPast: true, at: '2026-11-11T23:59:59.999Z' });
    expect(then.events).toHaveLength(1);
    await test.call('edits.undo', {});
    const undone = await test.call('matrix.history', cell);
    expect(undone.events.map(({ what }) => what)).toEqual(['failed', 'deployed']);
  });

  it('is asked as of a past day or instant, and not of one that lies ahead', async () => {
    const { test, cast } = await start();
    const { id } = await released(test, cast, 'Payments 4.1', '4.1.0', [
      planned(cast.production.id, '2026-11-05T23:45:00.000Z'),
    ]);
    await record(test, id, cast.production.id);
    test.setNow(now);
    const version = async (at?: string) => {
      const { rows } = await test.call('matrix.get', { at, kinds: ['production'] });
      return rows.find((row) => row.id === cast.payments.id)?.cells[0] ?? null;
    };
    expect(await version('2026-11-04')).toBeNull();
    expect(await version('2026-11-05')).toMatchObject({
      stands: null,
      underWay: { version: '4.1.0' },
    });
    expect((await version('2026-11-06'))?.stands?.version).toBe('4.1.0');
    expect((await version('2026-11-06T00:15:00Z'))?.stands?.version).toBe('4.1.0');
    expect(await test.call('matrix.get', { at: '2026-11-28' })).toMatchObject({ isPast: false });
    for (const at of ['2026-11-29', '2026-11-28T09:00:01Z', '2026-02-30', 'yesterday']) {
      const refused = await test.refused('matrix.get', { at });
      expect([refused.code, Object.keys(refused.fields ?? {})]).toEqual(['invalid_input', ['at']]);
    }
  });

  it('is narrowed by service, team, kind of environment and drift', async () => {
    const { test, cast } = await start();
    const team = await test.call('teams.save', { name: 'Money', memberIds: [] });
    const { rev: _rev, holidayCalendarId: _days, ...payments } = cast.payments;
    await test.call('services.save', { ...payments, teamId: team.id });
    const { id } = await released(test, cast, 'Payments 4.1', '4.1.0', [
      planned(cast.production.id, '2026-11-05T22:00:00.000Z'),
    ]);
    await record(test, id, cast.production.id);
    test.setNow(now);
    const asked = async (input: Input<'matrix.get'>) => {
      const { environments, rows, services, drifting } = await test.call('matrix.get', input);
      return [rows.map(({ name }) => name), environments.length, services, drifting];
    };
    expect(await asked({})).toEqual([['checkout', 'payments-api'], 2, 2, 1]);
    expect(await asked({ teamIds: [team.id] })).toEqual([['payments-api'], 2, 1, 1]);
    expect(await asked({ serviceIds: [cast.checkout.id] })).toEqual([['checkout'], 2, 1, 0]);
    // Staging is out of sight, and still what production is held against.
    expect(await asked({ kinds: ['production'], drifting: true })).toEqual([
      ...[['payments-api'], 1, 2, 1],
    ]);
    expect((await test.call('matrix.get', { teamIds: [team.id] })).rows[0]?.team).toBe('Money');
  });

  it('marks what is older than the days of the workspace, which undo takes back', async () => {
    const { test, cast } = await start();
    const { id } = await released(test, cast, 'Payments 4.1', '4.1.0', [
      planned(cast.staging.id, '2026-11-05T22:00:00.000Z'),
    ]);
    await record(test, id, cast.staging.id);
    test.setNow(now);
    const drift = async () => {
      const { cell } = await test.call('matrix.history', {
        ...{ serviceId: cast.payments.id, environmentId: cast.staging.id },
      });
      return cell?.drift;
    };
    expect(await drift()).toEqual([]);
    expect(await test.call('matrix.set', { oldAfterDays: 20 })).toEqual({ oldAfterDays: 20 });
    expect(await drift()).toEqual([
      { kind: 'old', why: 'Here for over 22 days; what is older than 20 is marked.' },
    ]);
    await test.call('edits.undo', {});
    expect(await drift()).toEqual([]);
    expect(await test.call('matrix.set', { oldAfterDays: null })).toEqual({ oldAfterDays: 30 });
    for (const oldAfterDays of [0, 1.5, 3651]) {
      expect((await test.refused('matrix.set', { oldAfterDays })).fields).toHaveProperty(
        'oldAfterDays',
      );
    }
  });

  it('names the service or environment that is not there', async () => {
    const { test, cast } = await start();
    const gone = '0190a0a0-0000-7000-8000-00000000dead';
    const cell = { serviceId: cast.payments.id, environmentId: cast.staging.id };
    const service = await test.refused('matrix.history', { ...cell, serviceId: gone });
    expect(service).toMatchObject({ code: 'not_found' });
    const place = await test.refused('matrix.history', { ...cell, environmentId: gone });
    expect(Object.keys(place.fields ?? {})).toEqual(['environmentId']);
    expect(await test.call('matrix.history', cell)).toMatchObject({ cell: null, events: [] });
  });
});
