import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { lenses, measureUnits } from '#shared/model/measures/terms.ts';
import type { Lens, MeasureUnit } from '#shared/model/measures/terms.ts';
import { evaluateMeasure, evaluateMeasures } from '#shared/rules/measures/evaluate.ts';
import type { Measure } from '#shared/rules/measures/measure.ts';
import { weeksIn } from '#shared/rules/measures/zoned-days.ts';
import { whyIn, whyOut } from '#shared/rules/measures/words.ts';
import { histories, together } from '../../../support/measure-histories.ts';

const from = Date.parse('2026-03-08T00:00:00.000Z');
const to = Date.parse('2026-04-19T00:00:00.000Z');
const asOf = Date.parse('2026-05-10T00:00:00.000Z');
const window = { from, to, asOf, timeZone: 'Europe/London' };

const history = histories('', ['payments', 'web']);
const lens = fc.constantFrom<Lens>(...lenses);
const unit = fc.constantFrom<MeasureUnit>(...measureUnits);
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** Everything of a measure but the order of its rows. */
function sorted(measure: Measure) {
  const byId = (rows: readonly { id: string }[]) =>
    rows.map((row) => JSON.stringify(row)).toSorted();
  const { rows, numeratorRows, excluded, open, beside, unripe, parts, summary, ...rest } = measure;
  return {
    ...{ ...rest, median: summary?.median, parts, unripe: unripe.toSorted() },
    ...{ rows: idsOf(rows).toSorted(), excluded: byId(excluded), open: byId(open) },
    numeratorRows: idsOf(numeratorRows).toSorted(),
    beside: beside.map(({ name, value }) => ({ name, value })),
  };
}

describe('a rate', () => {
  it('lies between 0 and 1, in its interval, and its numerator is of its rows', () => {
    fc.assert(
      fc.property(history, unit, lens, (rows, inUnit, under) => {
        for (const measure of Object.values(
          evaluateMeasures(rows, { ...window, unit: inUnit, lens: under }),
        )) {
          const { value, interval, n, denominator } = measure;
          if (measure.interval === null && measure.valueIn === 'share') {
            // GitLab and fourkeys divide what they do not link.
            expect(value === null || ['gitlab', 'fourkeys'].includes(under)).toBe(true);
          }
          if (interval === null || value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(interval.low).toBeLessThanOrEqual(value);
          expect(interval.high).toBeGreaterThanOrEqual(value);
          expect(denominator).toBe(n);
          const all = new Set(idsOf(measure.rows));
          expect(all.size).toBe(n);
          expect(idsOf(measure.numeratorRows).filter((id) => !all.has(id))).toEqual([]);
        }
      }),
    );
  });
});

describe('every value', () => {
  it('is null where there are no rows and only there, and every row has its sentence', () => {
    fc.assert(
      fc.property(history, unit, lens, (rows, inUnit, under) => {
        for (const measure of Object.values(
          evaluateMeasures(rows, { ...window, unit: inUnit, lens: under }),
        )) {
          expect(measure.value === null).toBe(measure.n === 0);
          expect(measure.why === null).toBe(measure.value !== null);
          for (const row of [...measure.rows, ...measure.numeratorRows]) {
            expect(whyIn(row)).toMatch(/^[A-Z]\d+[^\n]*\.$/);
          }
          for (const row of measure.excluded) expect(whyOut(row)).toMatch(/ is left out: .*\.$/);
          for (const { minutes } of [...measure.rows, ...measure.open]) {
            expect(minutes ?? 0).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('does not hang on the order of the rows', () => {
    fc.assert(
      fc.property(history, unit, lens, (rows, inUnit, under) => {
        const options = { ...window, unit: inUnit, lens: under };
        const turned = {
          deployments: rows.deployments.toReversed(),
          changes: rows.changes.toReversed(),
          incidents: rows.incidents.toReversed(),
          releases: rows.releases.toReversed(),
        };
        const [one, other] = [evaluateMeasures(rows, options), evaluateMeasures(turned, options)];
        for (const measure of Object.values(one)) {
          const same = sorted(other[measure.key]);
          // Parts of a cycle are named in the order of the releases.
          expect({ ...sorted(measure), parts: [] }).toEqual({ ...same, parts: [] });
        }
      }),
    );
  });

  it('is not changed by a service that has nothing to do with it', () => {
    fc.assert(
      fc.property(history, histories('X', ['search']), unit, lens, (rows, more, inUnit, under) => {
        const options = { ...window, unit: inUnit, lens: under, services: ['payments', 'web'] };
        expect(evaluateMeasures(together(rows, more), options)).toEqual(
          evaluateMeasures(rows, options),
        );
      }),
    );
  });

  it('keeps its failures beside rows of other services', () => {
    fc.assert(
      fc.property(history, histories('X', ['search']), (rows, more) => {
        const options = { ...window, unit: 'perDeployment' } as const;
        const alone = evaluateMeasure('changeFailureRate', rows, options);
        const beside = evaluateMeasure('changeFailureRate', together(rows, more), options);
        const own = beside.numeratorRows.filter(({ id }) => !id.startsWith('X'));
        expect(own).toEqual(alone.numeratorRows);
      }),
    );
  });
});

describe('what is left out', () => {
  it('and what is in together are all deployments, changes and incidents, each once', () => {
    fc.assert(
      fc.property(history, (rows) => {
        const measures = evaluateMeasures(rows, { ...window, unit: 'perDeployment' });
        const all = (measure: Measure, kind: string) =>
          [...measure.rows, ...measure.excluded]
            .filter((row) => row.kind === kind)
            .map(({ id }) => id)
            .toSorted();
        const deployments = idsOf(rows.deployments).toSorted();
        expect(all(measures.changeFailureRate, 'deployment')).toEqual(deployments);
        expect(all(measures.deploymentSuccessRate, 'deployment')).toEqual(deployments);
        expect(all(measures.deploymentFrequency, 'deployment')).toEqual(deployments);
        expect(all(measures.leadTimeForChanges, 'change')).toEqual(idsOf(rows.changes).toSorted());
        const incidents = idsOf(rows.incidents).toSorted();
        expect(all(measures.timeToRestore, 'incident')).toEqual(incidents);
        expect(all(measures.failedDeploymentRecoveryTime, 'incident')).toEqual(incidents);
      }),
    );
  });
});

describe('two windows side by side', () => {
  it('add up to the one of both, in what is counted', () => {
    const middle = fc.integer({ min: 1, max: 41 * 1440 }).map((minutes) => from + minutes * 60_000);
    const additive = [
      'leadTimeForChanges',
      'deploymentFrequency',
      'deploymentSuccessRate',
      'changeFailureRate',
      'failedDeploymentRecoveryTime',
      'timeToRestore',
      'deploymentReworkRate',
      'cycleTime',
      'approvalTurnaround',
    ] as const;
    fc.assert(
      fc.property(history, unit, middle, fc.constantFrom(...additive), (rows, inUnit, at, key) => {
        const counted = (a: number, b: number) => {
          const { n, numerator, open } = evaluateMeasure(key, rows, {
            ...{ ...window, unit: inUnit, from: a, to: b },
          });
          return [n, numerator ?? 0, open.length];
        };
        const [left, right] = [counted(from, at), counted(at, to)];
        expect(left.map((value, place) => value + (right[place] ?? 0))).toEqual(counted(from, to));
      }),
    );
  });
});

describe('weeks', () => {
  const zones = ['Europe/London', 'America/New_York', 'Pacific/Chatham', 'UTC'] as const;

  it('are seven calendar days, also where clocks change', () => {
    const date = fc.integer({ min: 0, max: 700 });
    const length = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(date, length, fc.constantFrom(...zones), (first, days, timeZone) => {
        const start = Temporal.PlainDate.from('2025-06-01').add({ days: first });
        const at = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
        const weeks = weeksIn({ from: at(start), to: at(start.add({ days })), timeZone });
        expect(weeks).toBeCloseTo(days / 7, 12);
      }),
    );
  });
});
