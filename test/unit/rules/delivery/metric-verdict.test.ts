import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NormalisedSample } from '#shared/model/delivery/rows.ts';
import { metricVerdict, stepOf } from '#shared/rules/delivery/monitoring/metric-verdict.ts';

const fromMs = Date.parse('2026-11-24T09:00:00.000Z');
const times = { zone: 'Europe/London', now: '2026-11-24T09:20:00.000Z' };
const question = {
  ...{ comparison: 'at-most' as const, threshold: 0.05, stepSeconds: 60 },
  ...{ fromAt: '2026-11-24T09:00:00.000Z', toAt: '2026-11-24T09:20:00.000Z' },
};

/** A series with a value a minute from the first minute on; null is no number. */
function series(values: readonly (number | null)[], labels = {}, first = 0): NormalisedSample[] {
  return values.map((value, n) => {
    const at = new Date(fromMs + (first + n) * 60_000).toISOString();
    return { kind: 'sample', externalId: at, labels, at, value, rawValue: String(value ?? 'NaN') };
  });
}

const all = (value: number | null) => Array.from({ length: 21 }, () => value);

function judge(samples: NormalisedSample[], warnings: string[] = [], more = {}) {
  const { verdict, reason } = metricVerdict(samples, warnings, { ...question, ...more }, times);
  return `${verdict}: ${reason}`;
}

describe('A metric check', () => {
  it('passes where every value of every series stays within, the threshold itself too', () => {
    expect(judge([...series(all(0.05)), ...series(all(0.01), { pod: 'b' })])).toBe(
      'passed: highest 0.05 in 42 values of 2 series, at most 0.05 allowed',
    );
    expect(judge(series(all(0.99)), [], { comparison: 'at-least', threshold: 0.99 })).toBe(
      'passed: lowest 0.99 in 21 values of 1 series, at least 0.99 allowed',
    );
  });

  it('fails by one value of one series, and says which and when', () => {
    const bad = all(0.01).with(7, 0.081).with(8, 0.081).with(9, 0.07);
    const labels = { __name__: 'ratio', pod: 'b', service: 'shop' };
    expect(judge([...series(all(0.01)), ...series(bad, labels)])).toBe(
      'failed: 0.081 at Tue 24 Nov 09:07 (pod=b, service=shop), where at most 0.05 is allowed; 3 of 42 values outside',
    );
    const low = series(all(0.999).with(3, 0.9));
    expect(judge(low, [], { comparison: 'at-least', threshold: 0.99 })).toContain(
      'failed: 0.9 at Tue 24 Nov 09:03, where at least 0.99 is allowed',
    );
  });

  it('fails by a value outside however little else is there', () => {
    expect(judge(series([0.2]), ['a store did not answer'])).toContain('failed: 0.2');
  });

  it.each([
    ['nothing at all', [], 'the query gave no value from Tue 24 Nov 09:00 to Tue 24 Nov 09:20'],
    ['no number', series(all(null)), 'none of 21 values'],
  ])('is unknown with %s', (_what, samples, words) => {
    expect(judge(samples)).toMatch(/^unknown: no data: .*, and no data is not healthy$/);
    expect(judge(samples)).toContain(words);
  });

  it.each([
    ['at the beginning', series(all(0.01).slice(6), {}, 6), '09:00 to Tue 24 Nov 09:06'],
    [
      'in between',
      [...series(all(0.01).slice(0, 4)), ...series(all(0.01).slice(10), {}, 10)],
      '09:03 to Tue 24 Nov 09:10',
    ],
    ['at the end', series(all(0.01).slice(0, 14)), '09:13 to Tue 24 Nov 09:20'],
    ['where there is no number', series(all(0.01).fill(null, 5, 12)), '09:04 to Tue 24 Nov 09:12'],
  ])('is unknown where values are missing %s', (_where, samples, words) => {
    expect(judge(samples)).toContain(`unknown: no data from Tue 24 Nov ${words}, and no data is`);
  });

  it('takes one series for the continuation of another, as a roll-out makes them', () => {
    const before = series(all(0.01).slice(0, 10), { pod: 'a' });
    const after = series(all(0.01).slice(10), { pod: 'b' }, 10);
    expect(judge([...before, ...after])).toContain('passed');
  });

  it('is unknown where the provider warns that not all of it answered', () => {
    expect(judge(series(all(0.01)), ['a store did not answer'])).toBe(
      'unknown: the answer may not be whole, as the provider warns: a store did not answer',
    );
  });

  it('never passes with less than a value within the threshold for the whole window', () => {
    const value = fc.option(fc.double({ noDefaultInfinity: true, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), (values) => {
        const found = metricVerdict(series(values), [], question, times);
        if (found.verdict !== 'passed') return;
        expect(values.every((each) => each === null || each <= 0.05)).toBe(true);
        expect(values.length).toBeGreaterThan(14);
        expect(found.samples).toBeGreaterThan(2);
      }),
    );
  });

  it.each([
    [1, 15],
    [60, 15],
    [7 * 24 * 60, 55],
  ])(
    'of %i minutes is asked every %i seconds, and never more than 11000 times',
    (minutes, step) => {
      expect(stepOf(minutes)).toBe(step);
      expect((minutes * 60) / step + 1).toBeLessThanOrEqual(11_000);
    },
  );
});
