import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const whole = { from: Date.parse('2026-01-01'), to: Date.parse('2028-01-01') };
const at = (text: string) => Date.parse(text);

type Piece = Input<'calendar.timelineTiles'>['pieces'][number];

/** One piece of the timeline. */
async function tileOf(
  test: TestApp,
  { view, ...piece }: Piece & Pick<Input<'calendar.timelineTiles'>, 'view'>,
) {
  const [tile] = await test.call('calendar.timelineTiles', { view, pieces: [piece] });
  if (tile === undefined) throw new Error('no piece came back');
  return tile;
}

/** Two releases of payments that lie over each other, and one of checkout. */
async function threeReleases(test: TestApp, cast: Cast) {
  const start = (startAt: string, environmentId = cast.production.id) => [
    { environmentId, region: 'eu', startAt, zone: 'Europe/London', durationMinutes: 90 },
  ];
  const first = await aRelease(test, cast);
  const second = await aRelease(test, cast, {
    name: 'Payments <b>4.3</b>',
    deployments: start('2026-12-03T22:00:00.000Z'),
  });
  const checkout = await aRelease(test, cast, {
    ...{ name: 'سلة 2026.12', type: 'patch', ownerId: cast.jon.id },
    components: [{ serviceId: cast.checkout.id, version: '2026.12.0' }],
    deployments: start('2027-02-03T22:00:00.000Z', cast.staging.id),
  });
  return { first, second, checkout };
}

describe('calendar.timeline', () => {
  it('gives a row for each service, with lanes where releases lie over each other', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await threeReleases(test, cast);
    const outline = await test.call('calendar.timeline', {});
    expect(outline.rows).toEqual([
      { id: cast.checkout.id, name: 'checkout', bars: 1, lanes: 1 },
      { id: cast.payments.id, name: 'payments-api', bars: 2, lanes: 2 },
    ]);
    expect(outline).toMatchObject({ releases: 3, undated: 0, to: at('2027-02-03T23:30:00Z') });
  });

  it('draws a release from its first planned phase until its last deployment', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { first, second } = await threeReleases(test, cast);
    const tile = await tileOf(test, { ...whole, firstLane: 1 });
    expect(tile.bars.map(({ releaseId }) => releaseId).toSorted()).toEqual(
      [first.id, second.id].toSorted(),
    );
    const bar = tile.bars.find(({ releaseId }) => releaseId === first.id);
    const planned = first.phases.flatMap(({ plannedOn }) => plannedOn ?? []).toSorted();
    expect(bar).toMatchObject({
      from: at(`${planned[0]}T00:00:00Z`),
      to: at('2026-12-01T23:30:00Z'),
      deploymentId: null,
      deployments: [{ environmentId: cast.production.id, from: at('2026-12-01T22:00:00Z') }],
    });
    expect(bar?.phases[0]).toEqual({ phase: 'build', at: bar?.from });
  });

  it('shows deployments by themselves where rows are environments', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { first } = await threeReleases(test, cast);
    const view = { group: 'environment' as const, zoom: 'day' as const };
    const { rows } = await test.call('calendar.timeline', { view });
    expect(rows.map(({ name, bars }) => [name, bars])).toEqual([
      ['staging-eu', 1],
      ['prod-eu', 2],
    ]);
    const { bars } = await tileOf(test, {
      view,
      ...{ from: at('2026-12-01T23:00:00Z'), to: at('2026-12-02T00:00:00Z') },
    });
    expect(bars).toMatchObject([
      { deploymentId: first.deployments[0]?.id, to: at('2026-12-01T23:30:00Z') },
    ]);
  });

  it.each([
    ['a word', { text: '4.3' }, ['payments-api']],
    ['a type', { types: ['patch' as const] }, ['checkout']],
    ['nothing that fits', { text: 'no such' }, []],
  ])('narrows by %s to the rows that have any', async (_what, filter, expected) => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await threeReleases(test, cast);
    const { rows } = await test.call('calendar.timeline', { view: { filter } });
    expect(rows.map(({ name }) => name)).toEqual(expected);
  });

  it('narrows by owner and environment', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await threeReleases(test, cast);
    const released = async (filter: object) =>
      (await test.call('calendar.timeline', { view: { filter } })).releases;
    expect(await released({ owners: [cast.jon.id] })).toBe(1);
    expect(await released({ environments: [cast.production.id] })).toBe(2);
    expect(await released({ environments: [cast.staging.id], owners: [cast.mara.id] })).toBe(0);
  });

  it('shows a change at once, though the layout is kept', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { checkout } = await threeReleases(test, cast);
    expect((await test.call('calendar.timeline', {})).to).toBe(at('2027-02-03T23:30:00Z'));
    await test.call(
      'releases.reschedule',
      { id: checkout.id, toAt: '2027-03-03T22:00:00.000Z' },
      cast.mara.id,
    );
    expect((await test.call('calendar.timeline', {})).to).toBe(at('2027-03-03T23:30:00Z'));
  });

  it('leads from the end of a release to the beginning of the one that waits for it', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { first, checkout } = await threeReleases(test, cast);
    await test.call(
      'dependencies.save',
      { releaseId: checkout.id, kind: 'release', targetReleaseId: first.id },
      cast.mara.id,
    );
    const { links } = await tileOf(test, whole);
    expect(links).toMatchObject([{ from: at('2026-12-01T23:30:00Z'), toLane: 0 }]);
    const beside = { from: at('2027-06-01'), to: at('2027-07-01') };
    expect((await tileOf(test, beside)).links).toEqual([]);
  });

  it('lays a window of a region over the environments of that region, and of none', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await threeReleases(test, cast);
    const anywhere = await test.call(
      'environments.save',
      { name: 'prod-any', kind: 'production' },
      cast.mara.id,
    );
    await test.call(
      'environments.save',
      { name: 'prod-us', kind: 'production', region: 'us-east-1' },
      cast.mara.id,
    );
    await test.call(
      'windows.create',
      {
        ...{ kind: 'hard-freeze', name: 'Year end', zone: 'Europe/London', regions: ['EU'] },
        ...{ startWall: '2026-12-18T17:00', endWall: '2027-01-04T08:00' },
      },
      cast.mara.id,
    );
    const shown = async (group: 'environment' | 'service') => {
      const view = { group };
      const { rows } = await test.call('calendar.timeline', { view });
      const { bands } = await tileOf(test, { view, ...whole });
      const ids = bands[0]?.rows?.map((row) => rows[row]?.id) ?? null;
      return ids?.toSorted() ?? null;
    };
    const spared = [anywhere.id, cast.production.id, cast.staging.id];
    expect(await shown('environment')).toEqual(spared.toSorted());
    expect(await shown('service')).toBeNull();
  });

  it('walks from bar to bar in time and between rows, and stops at the ends', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { first, second, checkout } = await threeReleases(test, cast);
    const from =
      (releaseId: string, row: number, time: number) =>
      (step: 'next' | 'previous' | 'up' | 'down') =>
        test.call('calendar.timelineStep', { releaseId, deploymentId: null, row, at: time, step });
    const step = from(first.id, 1, at('2026-12-01'));
    expect(await step('next')).toMatchObject({ releaseId: second.id, row: 1 });
    expect(await step('previous')).toBeNull();
    expect(await step('up')).toMatchObject({ releaseId: checkout.id, row: 0, lane: 0 });
    expect(await step('down')).toBeNull();
  });
});
