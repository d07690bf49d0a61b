import { describe, expect, it } from 'vitest';
import type { Lens } from '#shared/model/measures/terms.ts';
import { evaluateMeasures } from '#shared/rules/measures/evaluate.ts';
import type { RowIn } from '#shared/rules/measures/measure.ts';
import { golden, readGiven, spanOf } from '../../../support/golden-measures.ts';

const rows = readGiven(golden.rows);
const under = (lens: Lens, window = golden.window) =>
  evaluateMeasures(rows, { ...spanOf(window), lens });

const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);
const minutes = (of: readonly RowIn[]) => of.map((row) => row.minutes);
const values = (of: readonly { value: number }[]) => of.map(({ value }) => value);
const reasons = (of: readonly { id: string; reason: string }[]) =>
  Object.fromEntries(of.map(({ id, reason }) => [id, reason]));

describe('the golden rows under DevLake', () => {
  const devlake = under('devlake');

  it('lose the changes of the first deployment and take the lower median', () => {
    const lead = devlake.leadTimeForChanges;
    expect(minutes(lead.rows)).toEqual([1770, 440, 1140, 7995, 20, 8580, 7545]);
    expect(lead).toMatchObject({ value: 1770, printed: '29.5 hours; 2023 high, 2021 high' });
    expect(reasons(lead.excluded)).toEqual({ C1: 'firstDeployment', C9: 'notDeployed' });
  });

  it('count days with a deployment in weeks from Monday', () => {
    const frequency = devlake.deploymentFrequency;
    expect(values(frequency.parts)).toEqual([3, 1, 1, 1]);
    expect(frequency.parts[0]?.name).toBe('2026-03-02');
    expect(frequency).toMatchObject({
      ...{ value: 1, valueIn: 'daysAWeek', printed: '1 days a week; 2023 high, 2021 high' },
    });
  });

  it('fail in 3 of 6 deployments', () => {
    const failure = devlake.changeFailureRate;
    expect(failure).toMatchObject({ value: 0.5, numerator: 3, denominator: 6 });
    expect(ids(failure.numeratorRows)).toEqual(['D2', 'D6', 'D8']);
    expect(failure.printed).toBe('50.0 %; 2023 low, 2021 low');
    expect(reasons(failure.excluded)).toMatchObject({ I0: 'noEarlierDeployment' });
  });

  it('recover in 300 minutes by the dashboard of 2023 and restore in 150 by that of 2021', () => {
    const { failedDeploymentRecoveryTime: recovery, timeToRestore: restore } = devlake;
    expect(minutes(recovery.rows)).toEqual([85, 300, 925]);
    expect(recovery).toMatchObject({ value: 300, printed: '5.0 hours; 2023 high' });
    expect(minutes(restore.rows)).toEqual([45, 150, 400]);
    expect(restore).toMatchObject({ value: 150, printed: '2.5 hours; 2021 high' });
  });

  it('restore in 60 minutes with a day more, which is high, since it is not under an hour', () => {
    const { timeToRestore } = under('devlake', golden.longWindow);
    expect(minutes(timeToRestore.rows)).toEqual([60, 45, 150, 400]);
    expect(timeToRestore).toMatchObject({ value: 60, printed: '1.0 hours; 2021 high' });
  });
});

describe('the golden rows under GitLab', () => {
  const gitlab = under('gitlab');

  it('take 615 minutes from merge to deployment', () => {
    const lead = gitlab.leadTimeForChanges;
    expect(minutes(lead.rows)).toEqual([1320, 390, 90, 150, 1755, 15, 840, 1905]);
    expect(lead.value).toBe(615);
  });

  it('go out 6 times in 28 days', () => {
    expect(gitlab.deploymentFrequency).toMatchObject({ numerator: 6, denominator: 28 });
    expect(gitlab.deploymentFrequency.value).toBeCloseTo(0.21, 2);
  });

  it('count 4 incidents by 6 deployments, and 5 with a day more', () => {
    const failure = gitlab.changeFailureRate;
    expect(failure).toMatchObject({ numerator: 4, denominator: 6, interval: null });
    expect(ids(failure.numeratorRows)).toEqual(['I1', 'I2', 'I3', 'I4']);
    expect(reasons(failure.excluded)).toMatchObject({ I0: 'beforeWindow' });
    const longer = under('gitlab', golden.longWindow).changeFailureRate;
    expect(longer).toMatchObject({ numerator: 5, denominator: 6 });
    expect(longer.value).toBeCloseTo(0.833, 3);
  });

  it('restore in 150 minutes, and say that recovery is not computed', () => {
    expect(gitlab.timeToRestore.value).toBe(150);
    expect(gitlab.failedDeploymentRecoveryTime).toMatchObject({
      ...{ value: null, standing: 'not-computable' },
      why: expect.stringContaining('links no incident'),
    });
  });
});

describe('the golden rows under fourkeys', () => {
  const fourkeys = under('fourkeys');

  it('take 3075 minutes, which it calls one week', () => {
    expect(fourkeys.leadTimeForChanges).toMatchObject({ value: 3075, n: 8, printed: 'One week' });
  });

  it('are weekly, in weeks from Sunday', () => {
    const { parts, printed, value } = fourkeys.deploymentFrequency;
    // The window ends in the night to Monday: its last Sunday is a week of its own, without any.
    expect(values(parts)).toEqual([3, 1, 1, 1, 0]);
    expect(parts[0]?.name).toBe('2026-03-01');
    expect({ printed, value }).toEqual({ printed: 'Weekly', value: 1 });
  });

  it('never fail, for no incident has a root-cause note', () => {
    const failure = fourkeys.changeFailureRate;
    expect(failure).toMatchObject({ value: 0, numerator: 0, denominator: 6, printed: '0-15%' });
    expect(reasons(failure.excluded)).toMatchObject({ I1: 'noRootCause', I4: 'noRootCause' });
  });

  it('restore in whole hours', () => {
    const { timeToRestore } = fourkeys;
    expect(minutes(timeToRestore.rows)).toEqual([0, 120, 360]);
    expect(timeToRestore).toMatchObject({ value: 120, printed: 'One day' });
    const longer = under('fourkeys', golden.longWindow).timeToRestore;
    expect(minutes(longer.rows)).toEqual([60, 0, 120, 360]);
    expect(longer.value).toBe(90);
  });
});

describe('the golden rows under Octopus', () => {
  const octopus = under('octopus');

  it('succeed 6 times, fail in 1 of 7 and are mended after 120 minutes', () => {
    expect(octopus.deploymentFrequency).toMatchObject({ value: 6, valueIn: 'count' });
    const failure = octopus.changeFailureRate;
    expect(failure).toMatchObject({ numerator: 1, denominator: 7 });
    expect(failure.value).toBeCloseTo(0.143, 3);
    expect(octopus.failedDeploymentRecoveryTime).toMatchObject({
      value: 120,
      rows: [{ id: 'D3', causes: [{ what: 'deployment', id: 'D4' }] }],
    });
  });

  it('have no lead time without the releases of Octopus', () => {
    const { leadTimeForChanges, timeToRestore } = octopus;
    expect(leadTimeForChanges).toMatchObject({ value: null, standing: 'not-computable' });
    expect(timeToRestore).toMatchObject({ value: null, standing: 'not-computable' });
  });
});

describe('the golden rows under Sleuth', () => {
  const sleuth = under('sleuth');

  it('go out 6 times in 20 working days', () => {
    expect(sleuth.deploymentFrequency).toMatchObject({ value: 0.3, denominator: 20 });
  });

  it('fail while an incident is open over the current deployment', () => {
    const failure = sleuth.changeFailureRate;
    expect(failure).toMatchObject({ value: 0.5, numerator: 3, denominator: 6 });
    expect(ids(failure.numeratorRows)).toEqual(['D2', 'D6', 'D8']);
  });

  it('compute no times', () => {
    for (const key of ['leadTimeForChanges', 'timeToRestore', 'cycleTime'] as const) {
      expect(sleuth[key].standing).toBe('not-computable');
    }
  });
});
