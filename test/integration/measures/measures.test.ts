import { describe, expect, it } from 'vitest';
import type { Lens } from '#shared/model/measures/terms.ts';
import { golden, utc } from '../../support/golden-measures.ts';
import { startTestApp } from '../../support/test-app.ts';

const input = { ...golden.window, ...golden.rows };

describe('measures.evaluate', () => {
  it('answers the golden rows without a workspace, by release unless told otherwise', async () => {
    const test = startTestApp();
    const answer = await test.call('measures.evaluate', input);
    expect(answer).toMatchObject({ lens: 'slipway', unit: 'perRelease', asOf: input.to });
    expect(answer.measures.changeFailureRate).toMatchObject({
      ...{ numerator: 1, denominator: 6, standing: 'enough', counted: 'release' },
      ...{ numeratorRows: ['RC'], unripe: ['RF'], unit: 'perRelease', timeZone: 'UTC' },
      rule: { name: 'slipway.changeFailureRate.perRelease', version: 1 },
    });
    expect(answer.twoByTwo).toEqual({
      ...{ successAlone: ['RA', 'RD', 'RE'], successAndFailure: ['RC'] },
      ...{ failureAlone: [], neither: ['RB', 'RF'] },
    });
  });

  it('says of a rate its rows, what is left out and why, in sentences', async () => {
    const test = startTestApp();
    const { measures } = await test.call('measures.evaluate', { ...input, unit: 'perDeployment' });
    const failure = measures.changeFailureRate;
    expect(failure).toMatchObject({
      ...{ value: 0.5, numerator: 3, denominator: 6, n: 6, valueIn: 'share' },
      rows: ['D1', 'D2', 'D4', 'D6', 'D7', 'D8'],
      numeratorRows: ['D2', 'D6', 'D8'],
      ...{ from: input.from, to: input.to },
    });
    expect(failure.excluded.map(({ why }) => why)).toEqual([
      'D3 is left out: it failed before users had it.',
      'D5 is left out: it did not go to production.',
      'I0 is left out: no production deployment of its service had reached users by then.',
    ]);
    expect(measures.leadTimeForChanges).toMatchObject({
      ...{ value: 3075, median: 3075, p85: 7972.5, mean: 3983.75, denominator: 8 },
    });
    expect(measures.leadTimeForChanges.details[0]?.why).toBe(
      'C1 reached users with D1: it was given by hand. 4380 minutes.',
    );
    expect(measures.cycleTime).toMatchObject({ value: null, standing: 'no-data' });
  });

  it('says which deployment each change and incident belongs to, and why', async () => {
    const test = startTestApp();
    const { links } = await test.call('measures.evaluate', input);
    const incidents = links.filter(({ kind }) => kind === 'incident');
    expect(incidents.map(({ id, deploymentId }) => [id, deploymentId])).toEqual([
      ['I0', null],
      ['I1', 'D2'],
      ['I2', 'D2'],
      ['I3', 'D6'],
      ['I4', 'D8'],
    ]);
    expect(links.find(({ id }) => id === 'I3')?.why).toBe(
      'I3 belongs to D6: it was the latest to reach users that had finished by then.',
    );
    expect(links.find(({ id }) => id === 'C9')).toMatchObject({ reason: 'notDeployed' });
    const gitlab = await test.call('measures.evaluate', { ...input, lens: 'gitlab' });
    expect(gitlab.links.filter(({ kind }) => kind === 'incident')).toEqual([]);
  });

  it.each<[Lens, number | null, number | null]>([
    ['slipway', 3, 6],
    ['devlake', 3, 6],
    ['gitlab', 4, 6],
    ['fourkeys', 0, 6],
    ['octopus', 1, 7],
    ['sleuth', 3, 6],
  ])('gives the change failure rate of %s as %i of %i', async (lens, numerator, denominator) => {
    const test = startTestApp();
    const { measures } = await test.call('measures.evaluate', {
      ...{ ...input, lens, unit: 'perDeployment' },
    });
    expect(measures.changeFailureRate).toMatchObject({ numerator, denominator });
  });

  it('prints the unit other tools count in, whatever was asked for', async () => {
    const test = startTestApp();
    const answer = await test.call('measures.evaluate', { ...input, lens: 'gitlab' });
    expect(answer.unit).toBe('perDeployment');
    expect(answer.twoByTwo).toBeNull();
    expect(answer.measures.cycleTime).toMatchObject({
      ...{ value: null, standing: 'not-computable', why: expect.stringContaining('GitLab') },
    });
  });

  it('takes one row that came twice once and says so', async () => {
    const test = startTestApp();
    const [first] = input.deployments;
    const deployments = [...input.deployments, ...(first === undefined ? [] : [first])];
    const { repeated, measures } = await test.call('measures.evaluate', { ...input, deployments });
    expect(repeated).toEqual([{ kind: 'deployment', id: 'D1' }]);
    expect(measures.deploymentFrequency.n).toBe(6);
  });

  it('reads other tools’ words for results and severities, and offsets', async () => {
    const test = startTestApp();
    const { measures } = await test.call('measures.evaluate', {
      ...golden.window,
      unit: 'perDeployment',
      deployments: [
        {
          ...{ id: 'D1', service: 'payments', environment: 'PROD', result: 'SUCCESS' },
          ...{ startedAt: '2026-03-03T10:00:00+01:00', finishedAt: '2026-03-03T10:00:00+01:00' },
        },
      ],
      incidents: [
        {
          ...{ id: 'I1', service: 'payments', severity: 'Major' },
          createdAt: '2026-03-03T09:00:00Z',
        },
      ],
    });
    expect(measures.changeFailureRate).toMatchObject({ numerator: 1, standing: 'too-few' });
  });

  it('is the same for the same input, whatever the time of asking', async () => {
    const test = startTestApp();
    const before = await test.call('measures.evaluate', input);
    test.setNow('2031-01-01T00:00:00.000Z');
    expect(await test.call('measures.evaluate', input)).toEqual(before);
  });
});

describe('clock changes', () => {
  it('leave a week a week and put a late deployment on its own day', async () => {
    const test = startTestApp();
    const at = (id: string, finishedAt: string) => ({
      ...{ id, service: 'payments', environment: 'production', result: 'succeeded' },
      ...{ startedAt: finishedAt, finishedAt },
    });
    const deployments = [
      // 28 March 23:30 in London, before clocks go forward, and 29 March 23:30 after they did.
      at('D1', '2026-03-28T23:30:00.000Z'),
      at('D2', '2026-03-29T22:30:00.000Z'),
    ];
    const week = {
      ...{ from: '2026-03-23T00:00:00.000Z', to: '2026-03-29T23:00:00.000Z' },
      ...{ timeZone: 'Europe/London', unit: 'perDeployment' as const, deployments },
    };
    const ours = await test.call('measures.evaluate', week);
    expect(ours.measures.deploymentFrequency).toMatchObject({ value: 2, denominator: 1 });
    const devlake = await test.call('measures.evaluate', { ...week, lens: 'devlake' });
    expect(devlake.measures.deploymentFrequency.parts).toEqual([{ name: '2026-03-23', value: 2 }]);
    const fourkeys = await test.call('measures.evaluate', { ...week, lens: 'fourkeys' });
    expect(fourkeys.measures.deploymentFrequency.parts).toEqual([
      { name: '2026-03-22', value: 1 },
      { name: '2026-03-29', value: 1 },
    ]);
  });
});

describe('bad input of measures.evaluate', () => {
  const refused = (more: object) =>
    startTestApp().refused('measures.evaluate', { ...input, ...more });

  it('is told with every wrong row and its place, not only the first', async () => {
    const [first, second, ...others] = input.deployments;
    const error = await refused({
      deployments: [
        { ...first, startedAt: utc('03-02 11:00') },
        { ...second, finishedAt: 'yesterday' },
        ...others,
        { ...first, environment: 'staging' },
        { ...second, id: 'D9', result: 'exploded' },
      ],
      changes: [{ ...input.changes[0], mergedAt: 5 }],
      incidents: [
        input.incidents[0],
        { ...input.incidents[1], resolvedAt: utc('03-01 00:00') },
        { ...input.incidents[2], severity: 'awful' },
      ],
      releases: [
        {
          ...input.releases[0],
          gates: [{ requestedAt: utc('03-02 10:00'), decidedAt: utc('03-01 10:00') }],
        },
      ],
    });
    expect(error.code).toBe('invalid_input');
    expect(Object.keys(error.fields ?? {}).toSorted()).toEqual([
      'changes.0.mergedAt',
      'deployments.0.finishedAt',
      'deployments.1.finishedAt',
      'deployments.8.id',
      'deployments.9.result',
      'incidents.1.resolvedAt',
      'incidents.2.severity',
      'releases.0.gates.0.decidedAt',
    ]);
    expect(error.fields?.['deployments.0.finishedAt']).toContain('before it started at');
    expect(error.fields?.['deployments.8.id']).toContain('is also row 0, with other facts');
    expect(error.fields?.['incidents.2.severity']).toContain('critical, high, medium, low');
  });

  it.each([
    ['a window of no length', { to: input.from }, 'to', 'no length'],
    ['a window that ends before it begins', { to: utc('03-01 00:00') }, 'to', 'before from'],
    ['a lens that does not exist', { lens: 'jira' }, 'lens', 'expected one of slipway, devlake'],
    ['a zone that does not exist', { timeZone: 'Mars/Base' }, 'timeZone', 'IANA'],
    ['a unit that does not exist', { unit: 'perTeam' }, 'unit', 'perRelease or perDeployment'],
    ['a year nobody means', { to: '22026-03-02T00:00:00Z' }, 'to', ''],
    ['a field nobody knows', { deployments: [{ ...input.deployments[0], team: 'A' }] }, '', 'team'],
    [
      'a deployment that fixes itself',
      { deployments: [{ ...input.deployments[0], fixOf: 'D1' }] },
      'deployments.0.fixOf',
      'itself',
    ],
  ])('%s is refused with what was expected', async (_name, more, field, words) => {
    const error = await refused(more);
    expect(error.code).toBe('invalid_input');
    if (field !== '') expect(error.fields).toHaveProperty([field]);
    expect(error.message).toContain(words);
  });

  it('three bad rows of 100,000 are listed with their places', async () => {
    const deployments = Array.from({ length: 100_000 }, (_, n) => ({
      ...{ id: `D${n}`, service: 'payments', environment: 'production', result: 'succeeded' },
      ...{ startedAt: utc('03-03 10:00'), finishedAt: utc('03-03 10:05') },
    }));
    for (const n of [7, 50_000, 99_999]) {
      const row = deployments[n];
      if (row !== undefined) row.finishedAt = utc('03-03 09:00');
    }
    const error = await refused({ deployments });
    expect(Object.keys(error.fields ?? {})).toEqual(
      [7, 50_000, 99_999].map((n) => `deployments.${n}.finishedAt`),
    );
  });
});
