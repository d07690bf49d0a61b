import { describe, expect, it } from 'vitest';
import { evaluateMeasures } from '#shared/rules/measures/evaluate.ts';
import type { RowIn } from '#shared/rules/measures/measure.ts';
import { golden, readGiven, spanOf } from '../../../support/golden-measures.ts';

const rows = readGiven(golden.rows);
const byDeployment = evaluateMeasures(rows, { ...spanOf(golden.window), unit: 'perDeployment' });
const byRelease = evaluateMeasures(rows, { ...spanOf(golden.window), unit: 'perRelease' });

const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);
const minutes = (of: readonly RowIn[]) => of.map((row) => row.minutes);
const reasons = (of: readonly { id: string; reason: string }[]) =>
  Object.fromEntries(of.map(({ id, reason }) => [id, reason]));

describe('the golden rows under our own definitions', () => {
  it('take 3075 minutes from commit to users in the middle, the first deployment included', () => {
    const lead = byDeployment.leadTimeForChanges;
    expect(ids(lead.rows)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8']);
    expect(minutes(lead.rows)).toEqual([4380, 1770, 440, 1140, 7995, 20, 8580, 7545]);
    expect(lead).toMatchObject({ value: 3075, n: 8, standing: 'enough', counted: 'change' });
    expect(lead.summary).toEqual({ median: 3075, p85: 7972.5, mean: 3983.75 });
    expect(reasons(lead.excluded)).toEqual({ C9: 'notDeployed' });
    expect(byRelease.leadTimeForChanges.value).toBe(3075);
  });

  it('find the same deployments for changes that name none', () => {
    const changes = golden.rows.changes.map((row) => ({ ...row, deploymentId: null }));
    const unlinked = readGiven({ ...golden.rows, changes });
    const { leadTimeForChanges } = evaluateMeasures(unlinked, spanOf(golden.window));
    expect(minutes(leadTimeForChanges.rows)).toEqual([4380, 1770, 440, 1140, 7995, 20, 8580, 7545]);
    expect(leadTimeForChanges.rows[0]?.causes).toEqual([
      { what: 'deployment', id: 'D1', link: 'firstAfterMerge' },
    ]);
  });

  it('go out one and a half times a week, as deployments and as releases', () => {
    expect(byDeployment.deploymentFrequency).toMatchObject({
      ...{ value: 1.5, numerator: 6, denominator: 4, valueIn: 'aWeek', counted: 'deployment' },
    });
    expect(byRelease.deploymentFrequency).toMatchObject({ value: 1.5, counted: 'release' });
    expect(reasons(byDeployment.deploymentFrequency.excluded)).toEqual({
      ...{ D3: 'failedBeforeUsers', D5: 'notProduction' },
    });
  });

  it('fail in 3 of 6 deployments, which are not yet ripe where they are young', () => {
    const failure = byDeployment.changeFailureRate;
    expect(failure).toMatchObject({ value: 0.5, numerator: 3, denominator: 6, unripe: ['D8'] });
    expect(ids(failure.numeratorRows)).toEqual(['D2', 'D6', 'D8']);
    expect(failure.rows[1]?.causes).toEqual([
      { what: 'incident', id: 'I1', link: 'latestBefore' },
      { what: 'incident', id: 'I2', link: 'latestBefore' },
    ]);
    expect(reasons(failure.excluded)).toEqual({
      ...{ D3: 'failedBeforeUsers', D5: 'notProduction', I0: 'noEarlierDeployment' },
    });
    expect(failure.interval?.low).toBeCloseTo(0.1876, 3);
    expect(failure.interval?.high).toBeCloseTo(0.8124, 3);
  });

  it('need a hotfix or a rollback in 1 of 6 releases', () => {
    const failure = byRelease.changeFailureRate;
    expect(failure).toMatchObject({ numerator: 1, denominator: 6, unripe: ['RF'] });
    expect(failure.value).toBeCloseTo(0.167, 3);
    expect(failure.numeratorRows).toMatchObject([
      { id: 'RC', causes: [{ what: 'hotfix', id: 'D4' }] },
    ]);
    expect(failure.beside[0]).toMatchObject({ numerator: 4, rows: ['RB', 'RC', 'RD', 'RF'] });
  });

  it('succeed in 4 of 7 deployments, 6 of 7 pipelines and 4 of 6 releases', () => {
    const success = byDeployment.deploymentSuccessRate;
    expect(success).toMatchObject({ numerator: 4, denominator: 7 });
    expect(success.value).toBeCloseTo(0.571, 3);
    expect(reasons(success.rows.filter(({ counts }) => !counts))).toEqual({
      ...{ D2: 'criticalIssue', D3: 'attemptFailed', D8: 'criticalIssue' },
    });
    expect(success.beside[0]).toMatchObject({ name: 'pipeline only', numerator: 6 });
    expect(byRelease.deploymentSuccessRate).toMatchObject({ numerator: 4, denominator: 6 });
    expect(ids(byRelease.deploymentSuccessRate.numeratorRows)).toEqual(['RA', 'RC', 'RD', 'RE']);
  });

  it('recover in 300 minutes from the deployment and in 150 from detection, one still open', () => {
    const recovery = byDeployment.failedDeploymentRecoveryTime;
    expect(minutes(recovery.rows)).toEqual([85, 300, 925]);
    expect(recovery).toMatchObject({ value: 300, n: 3, standing: 'too-few' });
    expect(recovery.open).toEqual([{ id: 'I4', kind: 'incident', minutes: 6195 }]);
    expect(reasons(recovery.excluded)).toEqual({ I0: 'noEarlierDeployment', I4: 'stillOpen' });
    const restore = byDeployment.timeToRestore;
    expect(minutes(restore.rows)).toEqual([45, 150, 400]);
    expect(restore.value).toBe(150);
    expect(restore.summary?.mean).toBeCloseTo(198.3, 1);
    expect(restore.open).toEqual([{ id: 'I4', kind: 'incident', minutes: 5220 }]);
    expect(reasons(restore.excluded)).toEqual({ I0: 'beforeWindow', I4: 'stillOpen' });
  });

  it('are an unplanned fix in 1 of 6 deployments', () => {
    const rework = byDeployment.deploymentReworkRate;
    expect(rework).toMatchObject({ numerator: 1, denominator: 6 });
    expect(ids(rework.numeratorRows)).toEqual(['D4']);
    expect(ids(byRelease.deploymentReworkRate.numeratorRows)).toEqual(['RC']);
  });

  it('restore in 105 minutes with a day more', () => {
    const { timeToRestore } = evaluateMeasures(rows, spanOf(golden.longWindow));
    expect(minutes(timeToRestore.rows)).toEqual([60, 45, 150, 400]);
    expect(timeToRestore.summary).toMatchObject({ median: 105, mean: 163.75 });
  });
});
