import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { prometheus } from '../../support/answers/monitoring.ts';

function result(resultType: string, value: unknown, more: object = {}) {
  const payload = { status: 'success', data: { resultType, result: value }, ...more };
  return normalise('prometheus', undefined, payload);
}

describe('a query of Prometheus', () => {
  it.each([
    ['1.5', 1.5, 0],
    ['7.2e-02', 0.072, 0],
    ['-0', -0, 0],
    ['NaN', null, 0],
    ['+Inf', null, 0],
    ['-Inf', null, 0],
    ['many', null, 1],
    ['', null, 1],
    ['0x10', null, 1],
  ])('has a sample of “%s” as %s', (rawValue, value, warned) => {
    const { rows, warnings } = result('vector', [{ metric: {}, value: [1_769_940_000, rawValue] }]);
    expect(rows).toMatchObject([{ kind: 'sample', value, rawValue }]);
    expect(warnings).toHaveLength(warned);
  });

  it('keys samples by sorted labels and time', () => {
    const values = [
      [1_769_940_000, '1'],
      [1_769_940_015.5, '2'],
    ];
    const { rows } = result('matrix', [{ metric: { b: '2', a: '1' }, values }]);
    expect(rows).toMatchObject([
      { externalId: '{a="1",b="2"}@1769940000', at: '2026-02-01T10:00:00.000Z', value: 1 },
      { externalId: '{a="1",b="2"}@1769940015.5', at: '2026-02-01T10:00:15.500Z', value: 2 },
    ]);
  });

  it('reads a scalar, text and histograms', () => {
    expect(result('scalar', [1, '3']).rows).toMatchObject([{ value: 3, labels: {} }]);
    expect(result('string', [1, 'five']).rows).toMatchObject([{ value: null, rawValue: 'five' }]);
    const histogram = [1, { count: '5', sum: '2.5', buckets: [] }];
    expect(result('vector', [{ metric: {}, histogram }]).rows).toMatchObject([
      { value: null, rawValue: 'count 5, sum 2.5' },
    ]);
  });

  it('without series is no data, and passes on what Prometheus warns of', () => {
    expect(result('vector', [])).toEqual({ rows: [], warnings: [] });
    expect(result('matrix', null)).toEqual({ rows: [], warnings: [] });
    expect(result('vector', [], { warnings: ['a store did not answer'] }).warnings).toEqual([
      { at: 'warnings[0]', reason: 'a store did not answer' },
    ]);
  });

  it('that failed has no rows whatever came with it', () => {
    const failed = {
      ...{ status: 'error', errorType: 'timeout', error: 'query timed out' },
      data: { resultType: 'vector', result: [prometheus.query] },
    };
    const { rows, warnings } = normalise('prometheus', 'query', failed);
    expect(rows).toEqual([]);
    expect(warnings).toMatchObject([{ reason: expect.stringContaining('query timed out') }]);
    const bare = { status: 'error', errorType: 'bad_data', error: 'parse error' };
    expect(() => normalise('prometheus', undefined, bare)).toThrow('parse error');
  });

  it('takes the samples beside a bad one', () => {
    const { rows, warnings } = result('vector', [
      { metric: {}, value: ['now', '1'] },
      { metric: { a: 1 }, value: [1, '1'] },
      prometheus.query,
    ]);
    expect(rows).toHaveLength(1);
    expect(warnings).toMatchObject([
      { at: 'data.result[0].value' },
      { at: 'data.result[1]', reason: expect.stringContaining('metric.a') },
    ]);
  });
});

describe('an alert of Prometheus', () => {
  it.each([
    [' Firing ', 'failed'],
    ['pending', 'running'],
    ['inactive', 'succeeded'],
    ['suppressed', 'skipped'],
    ['quiet', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('%s is %s', (state, status) => {
    const payload = { status: 'success', data: { alerts: [{ ...prometheus.alerts, state }] } };
    const { rows } = normalise('prometheus', undefined, payload);
    expect(rows).toMatchObject([
      {
        ...{ status, rawStatus: state, startedAt: '2026-02-01T10:00:00.123Z' },
        externalId: '{alertname="HighErrorRate",service="shop",severity="page"}',
      },
    ]);
  });

  it('keeps its key within what is stored, and apart from its like', () => {
    const long = (end: string) => ({ ...prometheus.alerts, labels: { a: 'x'.repeat(5000) + end } });
    const { rows } = normalise('prometheus', 'alerts', [long('1'), long('2')]);
    const keys = rows.map(({ externalId }) => externalId);
    expect(new Set(keys).size).toBe(2);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(600);
  });
});

describe('a rule of Prometheus', () => {
  it.each([
    [{ state: 'firing' }, 'failed'],
    [{ state: 'pending' }, 'running'],
    [{ state: 'inactive' }, 'succeeded'],
    [{ state: 'inactive', health: 'err' }, 'unknown'],
    [{ state: 'inactive', health: 'unknown' }, 'unknown'],
    [{ state: undefined, alerts: [{ state: 'firing' }] }, 'failed'],
    [{ state: undefined, alerts: [{ state: 'pending' }] }, 'running'],
    [{ state: undefined, alerts: [] }, 'unknown'],
  ])('%j is %s, keyed by group, name and labels', (changes, status) => {
    const recording = { name: 'job:up', query: 'up', health: 'ok', type: 'recording' };
    const groups = [{ name: 'shop', rules: [{ ...prometheus.rules, ...changes }, recording] }];
    const { rows } = normalise('prometheus', undefined, { status: 'success', data: { groups } });
    expect(rows).toMatchObject([{ externalId: 'shop/HighErrorRate/{severity="page"}', status }]);
  });
});
