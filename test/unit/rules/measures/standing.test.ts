import { describe, expect, it } from 'vitest';
import { lenses, measureKeys } from '#shared/model/measures/terms.ts';
import { evaluateMeasure, evaluateMeasures } from '#shared/rules/measures/evaluate.ts';
import { limitValue, thresholdMeasures } from '#shared/rules/measures/thresholds.ts';
import { tierPlaces } from '#shared/rules/measures/tiers/tiers.ts';
import { golden, readGiven, spanOf } from '../../../support/golden-measures.ts';

const rows = readGiven(golden.rows);
const window = spanOf(golden.window);
const nothing = readGiven({});

describe('no rows', () => {
  it.each(lenses)('are no data under %s, never 0 and never a tier', (lens) => {
    const measures = evaluateMeasures(nothing, { ...window, lens });
    for (const measure of Object.values(measures)) {
      expect(measure.value).toBeNull();
      expect(measure.why).not.toBeNull();
      expect(['no-data', 'not-computable']).toContain(measure.standing);
      expect(tierPlaces(measure)).toEqual([]);
    }
  });

  it('show what other tools would print', () => {
    const fourkeys = evaluateMeasures(nothing, { ...window, lens: 'fourkeys' });
    expect(fourkeys).toMatchObject({
      leadTimeForChanges: { printed: '0, One day' },
      deploymentFrequency: { printed: 'Yearly' },
      changeFailureRate: { printed: '0, 0-15%' },
      timeToRestore: { printed: 'One year' },
    });
    const devlake = (given: Parameters<typeof readGiven>[0]) =>
      evaluateMeasure('changeFailureRate', readGiven(given), { ...window, lens: 'devlake' })
        .printed;
    const { deployments, incidents } = golden.rows;
    expect(devlake({})).toContain('deployments and incidents');
    expect(devlake({ incidents })).toContain('whether deployments');
    expect(devlake({ deployments })).toContain('whether incidents');
  });

  it('of a unit say to count by the other', () => {
    const deployments = golden.rows.deployments.map((row) => ({ ...row, releaseId: null }));
    const measures = evaluateMeasures(readGiven({ deployments }), window);
    expect(measures.changeFailureRate.why).toContain('count by deployment');
    expect(measures.deploymentFrequency.excluded[0]).toMatchObject({ reason: 'noRelease' });
  });
});

describe('few rows', () => {
  it('are told as too few under five, or under what was asked for', () => {
    const restore = evaluateMeasure('timeToRestore', rows, window);
    expect(restore).toMatchObject({ value: 150, n: 3, standing: 'too-few' });
    expect(tierPlaces(restore)).toEqual([]);
    expect(evaluateMeasure('timeToRestore', rows, { ...window, fewest: 3 }).standing).toBe(
      'enough',
    );
  });
});

describe('tiers', () => {
  const placed = (key: Parameters<typeof evaluateMeasure>[0]) =>
    Object.fromEntries(
      tierPlaces(evaluateMeasure(key, rows, { ...window, unit: 'perDeployment', fewest: 1 })).map(
        ({ year, tiers }) => [year, tiers],
      ),
    );

  it('of a lead time of 51 hours and of one and a half deployments a week', () => {
    expect(placed('leadTimeForChanges')).toEqual({
      ...{ 2019: ['high'], 2021: ['high'], 2022: ['high'], 2023: ['high'], 2024: ['high'] },
      2025: [],
    });
    expect(placed('deploymentFrequency')).toMatchObject({ 2023: ['high'], 2021: [] });
  });

  it('of a rate of 50 % are none of 2024, which warns', () => {
    const failure = evaluateMeasure('changeFailureRate', rows, {
      ...window,
      unit: 'perDeployment',
    });
    const places = tierPlaces(failure);
    expect(Object.fromEntries(places.map(({ year, tiers }) => [year, tiers]))).toEqual({
      ...{ 2019: ['low'], 2021: [], 2022: ['low'], 2023: ['low'], 2024: [], 2025: [] },
    });
    expect(places.find(({ year }) => year === 2024)?.note).toContain('does not rise');
    expect(places.every(({ source }) => source.length > 0)).toBe(true);
  });
});

describe('thresholds', () => {
  it('name each measure once, with its unit and the good direction', () => {
    expect(thresholdMeasures.map(({ key }) => key).toSorted()).toEqual([...measureKeys].toSorted());
    for (const measure of thresholdMeasures) {
      const value = evaluateMeasure(measure.key, rows, window);
      if (value.value !== null) expect(value.valueIn).toBe(measure.valueIn);
    }
    const [failure] = thresholdMeasures;
    expect(failure).toMatchObject({ key: 'changeFailureRate', unitWords: '%', good: 'low' });
    expect(failure === undefined ? null : limitValue(failure, 15)).toBe(0.15);
  });
});
