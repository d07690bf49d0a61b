import { describe, expect, it } from 'vitest';
import type { MatrixEnvironment } from '#shared/model/delivery/matrix.ts';
import { cellsOf, standingOf } from '#shared/rules/delivery/environment-matrix.ts';
import { broughtAt } from '#shared/rules/delivery/brought-components.ts';
import { factsOf, recordedEvents } from '#shared/rules/delivery/recorded-events.ts';
import type { WentDeployment } from '#shared/rules/delivery/recorded-events.ts';

const environments: MatrixEnvironment[] = [
  { id: 'staging', name: 'staging-eu', kind: 'staging', region: 'eu' },
  { id: 'prod', name: 'prod-eu', kind: 'production', region: 'eu' },
];

let made = 0;

/** A deployment of payments-api, from 22:00 to 22:30 on a day of November. */
function went(
  environmentId: string,
  releaseId: string,
  day: number,
  version: string,
  more: Partial<WentDeployment> & { commit?: string | null } = {},
): WentDeployment {
  const { commit = null, ...rest } = more;
  const on = `2026-11-${String(day).padStart(2, '0')}`;
  return {
    ...{ id: `d${(made += 1)}`, releaseId, environmentId, result: 'succeeded' },
    actualStartAt: `${on}T22:00:00.000Z`,
    actualEndAt: `${on}T22:30:00.000Z`,
    brought: [{ serviceId: 'payments', version, commit }],
    ...rest,
  };
}

function cell(
  deployments: WentDeployment[],
  { at = '2026-11-28T09:00:00.000Z', places = environments, place = 'prod' } = {},
) {
  const events = recordedEvents(deployments, at);
  return cellsOf({
    ...{ environments: places, facts: factsOf(events), at, oldAfterDays: 30 },
    underWay: events.flatMap(({ what, at: startedAt, ...event }) =>
      what === 'under-way' ? [{ ...event, startedAt }] : [],
    ),
    nameOf: (id) => `Release ${id}`,
  })('payments', place);
}

describe('what stands in an environment', () => {
  it('is what succeeded last, from its end on', () => {
    const found = cell([went('prod', 'b', 12, '4.2'), went('prod', 'a', 10, '4.1')]);
    expect(found?.stands).toMatchObject({
      ...{ version: '4.2', since: '2026-11-12T22:30:00.000Z', releaseId: 'b', how: 'deployed' },
      ...{ release: 'Release b', source: 'recorded' },
    });
  });

  it('is not changed by what failed', () => {
    const found = cell([
      went('prod', 'a', 10, '4.1'),
      went('prod', 'b', 12, '4.2', { result: 'failed' }),
    ]);
    expect(found?.stands).toMatchObject({ version: '4.1', releaseId: 'a' });
  });

  it('is what stood before, once a deployment was rolled back', () => {
    const back = went('prod', 'b', 12, '4.2', { result: 'rolled-back' });
    const found = cell([went('prod', 'a', 10, '4.1'), back]);
    expect(found?.stands).toMatchObject({
      ...{ version: '4.1', releaseId: 'a', how: 'put-back', deploymentId: back.id },
      ...{ since: '2026-11-12T22:30:00.000Z', firstAt: '2026-11-10T22:30:00.000Z' },
    });
  });

  it('is what stood before its release, where that had succeeded and was rolled back afterwards', () => {
    const found = cell([
      went('prod', 'a', 10, '4.1'),
      went('prod', 'b', 12, '4.2'),
      went('prod', 'b', 13, '4.2', { result: 'rolled-back' }),
    ]);
    expect(found?.stands).toMatchObject({ version: '4.1', releaseId: 'a' });
  });

  it('goes back step by step when one release after the other is rolled back', () => {
    const found = cell([
      went('prod', 'a', 10, '4.1'),
      went('prod', 'b', 12, '4.2'),
      went('prod', 'c', 13, '4.3', { result: 'rolled-back' }),
      went('prod', 'b', 14, '4.2', { result: 'rolled-back' }),
    ]);
    expect(found?.stands).toMatchObject({ version: '4.1', releaseId: 'a' });
  });

  it('is unknown where the first deployment ever was rolled back', () => {
    expect(cell([went('prod', 'a', 10, '4.1', { result: 'rolled-back' })])).toBeNull();
    const events = recordedEvents(
      [went('prod', 'a', 9, '4.1'), went('prod', 'a', 10, '4.1', { result: 'rolled-back' })],
      '2026-11-28T09:00:00.000Z',
    );
    expect(factsOf(events).at(-1)).toMatchObject({ version: null, releaseId: null });
    expect(standingOf(factsOf(events))).toBeNull();
  });

  it('keeps since when it is there when the same is deployed again, and says that it is still so', () => {
    const found = cell([
      went('prod', 'a', 10, '4.1'),
      went('prod', 'b', 12, '4.1', { commit: '9f2c1abde4c0' }),
    ]);
    expect(found?.stands).toMatchObject({
      ...{ since: '2026-11-10T22:30:00.000Z', asOf: '2026-11-12T22:30:00.000Z', releaseId: 'a' },
      commit: '9f2c1abde4c0',
    });
  });

  it('as of a past moment is what had ended by then; what had begun is under way', () => {
    const both = [went('prod', 'a', 10, '4.1'), went('prod', 'b', 12, '4.2')];
    const during = cell(both, { at: '2026-11-12T22:10:00.000Z' });
    expect(during?.stands).toMatchObject({ version: '4.1' });
    expect(during?.underWay).toMatchObject({ version: '4.2', release: 'Release b' });
    expect(cell(both, { at: '2026-11-12T22:30:00.000Z' })?.stands?.version).toBe('4.2');
    expect(cell(both, { at: '2026-11-09T00:00:00.000Z' })).toBeNull();
  });

  it('is nothing while the first deployment is under way', () => {
    const first = went('prod', 'a', 10, '4.1', { actualEndAt: null, result: null });
    expect(cell([first])).toMatchObject({ stands: null, drift: [], underWay: { version: '4.1' } });
  });
});

describe('what drifts', () => {
  const kinds = (found: ReturnType<typeof cell>) => found?.drift.map(({ kind }) => kind);

  it('is not what staging had before, nor that staging went on since', () => {
    const found = cell([
      went('staging', 'a', 9, '4.1'),
      went('prod', 'a', 10, '4.1'),
      went('staging', 'b', 20, '4.2-rc.1'),
    ]);
    expect(kinds(found)).toEqual([]);
    expect(found?.ahead).toEqual({
      ...{ environmentId: 'staging', environment: 'staging-eu', version: '4.2-rc.1' },
    });
  });

  it('is a version that no staging environment had before', () => {
    const found = cell([
      went('staging', 'a', 9, '4.1'),
      went('prod', 'b', 10, '4.1.1'),
      went('staging', 'b', 11, '4.1.1'),
    ]);
    expect(found?.drift).toEqual([
      {
        kind: 'never-in-staging',
        why: 'staging-eu had 4.1 when 4.1.1 came here; it came to staging-eu only afterwards.',
      },
    ]);
    expect(cell([went('prod', 'b', 10, '4.1.1')])?.drift[0]?.why).toBe(
      'Staging had no version before when 4.1.1 came here.',
    );
  });

  it('is another version than the one the release had in staging', () => {
    const found = cell([went('staging', 'a', 9, '4.2-rc.3'), went('prod', 'a', 10, '4.2')]);
    expect(found?.drift).toEqual([
      {
        kind: 'differs-from-staging',
        why: 'Release a was in staging-eu as 4.2-rc.3 and came here as 4.2.',
      },
    ]);
  });

  it('is not a candidate that was promoted by its commit, abbreviated or not', () => {
    const found = cell([
      went('staging', 'a', 9, '4.2-rc.3', { commit: '9f2c1abde4c0a1b2' }),
      went('prod', 'a', 10, '4.2', { commit: '9f2c1abde4c0' }),
    ]);
    expect(kinds(found)).toEqual([]);
  });

  it('is the same version from another commit, and not from one that nobody knows', () => {
    const staged = went('staging', 'a', 9, '4.2', { commit: '9f2c1abde4c0' });
    const found = cell([staged, went('prod', 'b', 10, '4.2', { commit: '1111111' })]);
    expect(found?.drift).toEqual([
      {
        kind: 'differs-from-staging',
        why: 'staging-eu had 4.2 from commit 9f2c1abde4c0; here it is from 1111111.',
      },
    ]);
    expect(kinds(cell([staged, went('prod', 'b', 10, '4.2')]))).toEqual([]);
  });

  it('is nothing of staging where there is none, or where it is not production', () => {
    const [, production] = environments;
    const alone = production === undefined ? [] : [production];
    expect(kinds(cell([went('prod', 'a', 10, '4.2')], { places: alone }))).toEqual([]);
    expect(kinds(cell([went('staging', 'a', 10, '4.2')], { place: 'staging' }))).toEqual([]);
  });

  it('is what came longer ago than the limit, also when it was put back since', () => {
    const old = { at: '2026-12-10T22:30:00.001Z' };
    const staged = [went('staging', 'a', 9, '4.1'), went('prod', 'a', 10, '4.1')];
    expect(kinds(cell(staged, { at: '2026-12-10T22:30:00.000Z' }))).toEqual([]);
    expect(cell(staged, old)?.drift).toEqual([
      { kind: 'old', why: 'Here for over 30 days; what is older than 30 is marked.' },
    ]);
    const back = went('prod', 'b', 26, '4.2', { result: 'rolled-back' });
    expect(kinds(cell([...staged, back], old))).toEqual(['old']);
  });
});

describe('what a deployment brought', () => {
  const state = (stamp: string, version: string, named = true) => ({
    ...{ stamp, version, named, serviceId: 'payments', commit: null },
  });

  it('is what the release named when the result was recorded', () => {
    const states = [[state('2', '4.2-rc.3'), state('5', '4.2')]];
    const versionAt = (stamp: string) => broughtAt(states, stamp).map(({ version }) => version);
    expect([versionAt('1'), versionAt('2'), versionAt('4'), versionAt('5')]).toEqual([
      ...[[], ['4.2-rc.3'], ['4.2-rc.3'], ['4.2']],
    ]);
    expect(broughtAt([[state('2', '4.2'), state('3', '4.2', false)]], '4')).toEqual([]);
  });
});
