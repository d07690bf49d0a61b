import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { aRelease } from '../../support/build-workspace.ts';
import * as faults from '../../support/servers/faults.ts';
import { aSeries } from '../../support/servers/monitoring.ts';
import { testNow } from '../../support/surroundings.ts';
import { ago, monitoringSecret, startMonitoring } from './monitoring.ts';

const query = 'sum(rate(errors{service="shop"}[5m])) / sum(rate(calls{service="shop"}[5m]))';

async function start() {
  const monitoring = await startMonitoring('prometheus');
  const { test, cast, connection, server } = monitoring;
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await aRelease(test, cast);
  const values = (more: Partial<Input<'monitoring.saveCheck'>> = {}) => ({
    ...{ releaseId: release.id, connectionId: connection.id, name: 'Error ratio', query },
    ...{ comparison: 'at-most' as const, threshold: 0.05, windowMinutes: 10, ...more },
  });
  const check = await test.call('monitoring.saveCheck', values());
  /** What the query gives from ten minutes before now, or before another time, every 15 seconds. */
  const gives = (value: string | number, until = testNow, count = 41) => {
    const all = Array.from({ length: count }, () => value);
    const series = aSeries({ service: 'shop' }, until - 600_000, 15, all);
    server.result = { resultType: 'matrix', result: [series] };
  };
  const run = (more: object = {}) =>
    test.call('monitoring.run', { releaseId: release.id, ...more });
  return { ...monitoring, release, check, values, gives, run };
}

describe('A metric check', () => {
  it('asks over its window up to now, and keeps what it found', async () => {
    const { gives, run, server, check, test, cast, release } = await start();
    gives(0.012);
    const [result] = await run();
    expect(result).toMatchObject({
      ...{ checkId: check.id, verdict: 'passed', samples: 41, series: 1, stepSeconds: 15 },
      ...{ fromAt: ago(10), toAt: ago(0), askedAt: ago(0), askedById: cast.mara.id },
      reason: 'highest 0.012 in 41 values of 1 series, at most 0.05 allowed',
      worst: { value: 0.012, labels: { service: 'shop' } },
    });
    expect(Object.fromEntries(server.requests.at(-1)?.query ?? [])).toEqual({
      ...{ query, start: String(testNow / 1000 - 600), end: String(testNow / 1000), step: '15' },
    });
    gives(0.3);
    test.advance(60_000);
    await run();
    const listed = await test.call('monitoring.checks', { releaseId: release.id });
    expect(listed.checks).toMatchObject([
      { name: 'Error ratio', results: 2, isCurrent: true, result: { verdict: 'failed' } },
    ]);
    const results = await test.call('monitoring.results', { checkId: check.id });
    expect(results.map(({ verdict }) => verdict)).toEqual(['failed', 'passed']);
    const { entries } = await test.call('releases.history', { id: release.id });
    expect(entries.map(({ entity, label }) => [entity, label])).toContainEqual([
      ...['metric_result', 'Error ratio'],
    ]);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  });

  it('asks up to the end of a recorded deployment', async () => {
    const { gives, run, test, release } = await start();
    const [deployment] = release.deployments;
    const id = deployment?.id ?? '';
    const early = await test.refused('monitoring.run', { releaseId: release.id, deploymentId: id });
    expect(early.message).toContain('The end of this deployment is not recorded');
    await test.call('deployments.record', {
      ...{ id, result: 'succeeded', actualStartAt: ago(90), actualEndAt: ago(60) },
    });
    gives(0.01, testNow - 3_600_000);
    expect(await run({ deploymentId: id })).toMatchObject([
      { verdict: 'passed', deploymentId: id, fromAt: ago(70), toAt: ago(60) },
    ]);
  });

  it.each<[string, (started: Awaited<ReturnType<typeof start>>) => void, RegExp]>([
    ['no series', ({ server }) => (server.result.result = []), /^no data: the query gave no value/],
    ['only what is no number', ({ gives }) => gives('NaN'), /^no data: none of 41 values/],
    ['values that end', ({ gives }) => gives(0.01, testNow, 15), /^no data from .* to /],
    [
      'a warning',
      ({ gives, server }) => {
        gives(0.01);
        server.warnings = ['one store did not answer'];
      },
      /^the answer may not be whole, as the provider warns: one store did not answer$/,
    ],
    [
      'a query it cannot read',
      ({ server }) => server.fail(faults.failure(400, 'parse error: unexpected end of input')),
      /^the query was not answered, and no data is not healthy: parse error: unexpected end/,
    ],
    [
      'a query it cannot work out',
      ({ server }) => server.fail(faults.failure(422, 'many-to-many matching not allowed')),
      /not healthy: many-to-many matching not allowed$/,
    ],
    [
      'no time for the query',
      ({ server }) => server.fail(faults.failure(503, 'query timed out'), { times: 9 }),
      /not healthy: Prometheus at .* answered 503 and did not recover/,
    ],
    [
      'the page of a proxy',
      ({ server }) => server.fail(faults.htmlPage, { times: 9 }),
      /not healthy: Prometheus was expected to answer with JSON, but an HTML page came/,
    ],
    [
      'a password that no longer holds',
      ({ server }) => server.fail(faults.body('<html></html>', 'text/html', 401), { times: 9 }),
      /not healthy: The proxy before Prometheus refused what it was given \(401\)/,
    ],
    [
      'a limit',
      ({ server }) => server.fail(faults.tooManyRequests('900'), { times: 9 }),
      /not healthy: Prometheus allows no more requests for now: rate limited until/,
    ],
    [
      'an error with status 200',
      ({ server }) => server.fail(faults.body('{"status":"error","error":"boom"}')),
      /but an error, “boom” came/,
    ],
    [
      'more than a check can look through',
      ({ server }) => server.fail(faults.gzipBomb(9 * 1024 * 1024)),
      /more than 8 MiB/,
    ],
  ])('that is answered with %s is unknown, and says why', async (_what, arrange, reason) => {
    const started = await start();
    arrange(started);
    const [result] = await started.run();
    expect(result?.verdict).toBe('unknown');
    expect(result?.reason).toMatch(reason);
    expect(result?.reason).not.toContain(monitoringSecret);
    expect(started.test.errors).toEqual([]);
  });

  it('that was changed keeps its results, which no longer answer it', async () => {
    const { gives, run, test, values, check, release } = await start();
    gives(0.012);
    await run();
    const changed = values({ id: check.id, rev: check.rev, threshold: 0.01 });
    await test.call('monitoring.saveCheck', changed);
    const { checks } = await test.call('monitoring.checks', { releaseId: release.id });
    expect(checks).toMatchObject([{ isCurrent: false, results: 1, result: { threshold: 0.05 } }]);
    const late = await test.refused('monitoring.saveCheck', { ...changed, threshold: 3 });
    expect(late.code).toBe('conflict');
    await test.call('edits.undo', {});
    const again = await test.call('monitoring.checks', { releaseId: release.id });
    expect(again.checks).toMatchObject([{ isCurrent: true, threshold: 0.05 }]);
    await test.call('monitoring.removeCheck', { id: check.id });
    expect((await test.call('monitoring.checks', { releaseId: release.id })).checks).toEqual([]);
    expect(await test.call('monitoring.results', { checkId: check.id })).toHaveLength(1);
    const none = await test.refused('monitoring.run', { releaseId: release.id });
    expect(none.message).toBe('This release has no metric check yet. Add one first.');
  });

  it('keeps what was found before somebody cancelled', async () => {
    const { gives, server, values, test, release } = await start();
    await test.call('monitoring.saveCheck', values({ name: 'Second' }));
    gives(0.01);
    let asked = 0;
    server.fail(
      (exchange) => {
        asked += 1;
        if (asked === 2) void test.app.call('progress.cancel', { id: 'run-1' });
        else faults.body(JSON.stringify({ status: 'success', data: server.result }))(exchange);
      },
      { times: 9, to: /query_range/ },
    );
    await test.refused('monitoring.run', { releaseId: release.id, progressId: 'run-1' });
    const { checks } = await test.call('monitoring.checks', { releaseId: release.id });
    expect(checks.map(({ results }) => results)).toEqual([1, 0]);
    server.heal();
  });

  it.each<[string, Partial<Input<'monitoring.saveCheck'>>, RegExp]>([
    ['no query', { query: '  ' }, /is empty; type a query such as/],
    ['a query that is too long', { query: 'x'.repeat(2001) }, /longer than 2,000 characters/],
    ['a window of nothing', { windowMinutes: 0 }, /is below 1 minute/],
    ['a window of a month', { windowMinutes: 43_200 }, /longer than a week/],
    [
      'a service that is not there',
      { serviceId: '0190a0a0-0000-7000-8000-00000000ffff' },
      /There is no service/,
    ],
    [
      'a connection that is not there',
      { connectionId: '0190a0a0-0000-7000-8000-00000000ffff' },
      /There is no connection/,
    ],
  ])('with %s is refused', async (_what, more, words) => {
    const { test, values } = await start();
    const refused = await test.refused('monitoring.saveCheck', values(more));
    expect([refused.message, ...Object.values(refused.fields ?? {})].join(' ')).toMatch(words);
  });

  it('asks nothing that keeps no metrics, and stays as it is once its release is closed', async () => {
    const { test, values, connection, release, run } = await start();
    const { id } = await test.call('connections.save', {
      ...{ provider: 'alertmanager', name: 'Alerts', baseUrl: connection.baseUrl, repository: '' },
    });
    const refused = await test.refused('monitoring.saveCheck', values({ connectionId: id }));
    expect(refused.message).toContain('Alerts keeps no metrics that could be asked');
    await run();
    await test.call('releases.cancel', { id: release.id, reason: 'Not needed' });
    for (const [name, input] of [
      ['monitoring.saveCheck', values()],
      ['monitoring.run', { releaseId: release.id }],
    ] as const) {
      expect((await test.refused(name, input)).message).toContain('is closed');
    }
  });
});
