import { describe, expect, it } from 'vitest';
import { aRelease } from '../../support/build-workspace.ts';
import { aSeries } from '../../support/servers/monitoring.ts';
import { testNow } from '../../support/surroundings.ts';
import { ago, monitors, startMonitoring } from '../delivery/monitoring.ts';

const policy = (limits: string) => `name: Watched
gates:
  watched:
    name: Monitoring is quiet
    phase: post-release
    check: monitoring
    limits: ${limits}
    why: What nobody looks at is not healthy.
rules:
  - key: all
    add: [watched]
    why: Every release.
`;

/** A release whose deployment began twenty minutes ago and ended ten minutes ago. */
async function start(limits = '{ monitoring: { watchMinutes: 20, gapMinutes: 15 } }') {
  const monitoring = await startMonitoring('prometheus');
  const { test, cast, connection, server } = monitoring;
  await test.call('workspace.actAs', { personId: cast.mara.id });
  await test.call('policies.publish', { text: policy(limits) });
  const release = await aRelease(test, cast);
  const deploy = (from: number, until: number | null) =>
    test.call('deployments.record', {
      ...{ id: release.deployments[0]?.id ?? '', actualStartAt: ago(from) },
      ...(until === null ? {} : { actualEndAt: ago(until), result: 'succeeded' as const }),
    });
  const gate = async () => {
    const [found] = await test.call('gates.list', { releaseId: release.id });
    if (found === undefined) throw new Error('the release has no gate');
    return found;
  };
  const addCheck = (threshold = 0.05) =>
    test.call('monitoring.saveCheck', {
      ...{ releaseId: release.id, connectionId: connection.id, name: 'Errors', query: 'errors' },
      ...{ comparison: 'at-most', threshold, windowMinutes: 10 },
    });
  const run = (value: number, minutesFromNow = 0) => {
    const from = testNow + (minutesFromNow - 10) * 60_000;
    const all = Array.from({ length: 41 }, () => value);
    server.result = { resultType: 'matrix', result: [aSeries({}, from, 15, all)] };
    return test.call('monitoring.run', { releaseId: release.id });
  };
  return { ...monitoring, release, deploy, gate, addCheck, run };
}

describe('A gate that asks monitoring', () => {
  it('waits for a deployment, checks and looks, watches, and then passes', async () => {
    const { gate, deploy, addCheck, run, sync, test } = await start();
    expect(await gate()).toMatchObject({
      ...{ status: 'waiting', summary: 'no metric check yet, and 1 more' },
      needs: [
        'Add a metric check on the After release tab: a query, and what it has to keep.',
        'Record when the deployment really began; alerts are watched from then on.',
      ],
    });
    await addCheck();
    expect((await gate()).summary).toBe('“Errors” was not asked yet, and 1 more');
    await sync();
    await deploy(0, null);
    await run(0.01);
    expect(await gate()).toMatchObject({
      ...{ status: 'running', summary: 'the roll-out to prod-eu is under way' },
    });
    test.advance(10 * 60_000);
    await sync();
    await deploy(0, -10);
    await run(0.01, 10);
    expect(await gate()).toMatchObject({
      ...{
        status: 'running',
        summary: 'alerts are watched until Tue 24 Nov 09:50 (roll-out to prod-eu)',
      },
    });
    test.advance(10 * 60_000);
    await sync();
    test.advance(10 * 60_000);
    await sync();
    const passed = await gate();
    expect(passed).toMatchObject({
      status: 'passed',
      summary:
        '1 metric check passed; no alert fired from Tue 24 Nov 09:20 to Tue 24 Nov 09:50 (Prometheus)',
      needs: [],
    });
    expect(passed.evidence.map(({ what, status, source }) => [status, source, what])).toEqual([
      [
        'passed',
        'Prometheus',
        'Errors: highest 0.01 in 41 values of 1 series, at most 0.05 allowed',
      ],
      ['passed', 'Alerts during the roll-out', expect.stringContaining('no alert fired')],
    ]);
    // What is watched is over; it does not grow old as a look at the present would.
    test.advance(20 * 24 * 3_600_000);
    expect((await gate()).status).toBe('passed');
  });

  it('fails by a value outside, whenever that was since the roll-out began', async () => {
    const { gate, deploy, addCheck, run } = await start('{ monitoring: { asks: [metrics] } }');
    await addCheck();
    await run(0.2);
    expect((await gate()).status).toBe('failed');
    await deploy(0, null);
    expect(await gate()).toMatchObject({ status: 'failed' });
    await run(0.01);
    expect((await gate()).status).toBe('passed');
    await run(0.2);
    expect(await gate()).toMatchObject({
      status: 'failed',
      summary: expect.stringMatching(
        /^“Errors” failed: 0\.2 at .*, where at most 0\.05 is allowed/,
      ),
    });
  });

  it('takes what was asked before the roll-out, of another query, or too long ago for old', async () => {
    const { gate, deploy, addCheck, run, test } = await start(
      '{ monitoring: { asks: [metrics], maxAgeMinutes: 30 } }',
    );
    const check = await addCheck();
    await run(0.01);
    expect((await gate()).status).toBe('passed');
    test.advance(31 * 60_000);
    expect(await gate()).toMatchObject({
      ...{ status: 'out-of-date', summary: '“Errors” was asked 31 minutes ago, limit 30' },
    });
    await deploy(-10, null);
    expect((await gate()).summary).toContain(
      'was asked before the roll-out began Tue 24 Nov 09:30',
    );
    await run(0.01, 31);
    expect((await gate()).status).toBe('passed');
    const { rev: _rev, ...values } = check;
    await test.call('monitoring.saveCheck', { ...values, threshold: 0.04 });
    expect((await gate()).summary).toBe('“Errors” was changed since it was asked');
    await run(0.01, 31);
    expect((await gate()).status).toBe('passed');
    await test.call('monitoring.removeCheck', { id: check.id });
    expect((await gate()).summary).toBe('no metric check yet');
  });

  it('fails by an alert that fired and went, though it was silenced and overwritten since', async () => {
    const { gate, deploy, server, sync, test } = await start(
      '{ monitoring: { asks: [alerts], watchMinutes: 0 } }',
    );
    const labels = { alertname: 'HighErrorRate', service: 'shop' };
    server.alerts = [monitors.prometheus.alert({ alertname: 'Old', service: 'shop' }, 300)];
    await sync();
    await deploy(0, null);
    test.advance(5 * 60_000);
    server.alerts.push(monitors.prometheus.alert(labels, -2));
    await sync();
    expect(await gate()).toMatchObject({
      status: 'failed',
      summary: expect.stringContaining('HighErrorRate fired since Tue 24 Nov 09:22 (Prometheus,'),
    });
    test.advance(5 * 60_000);
    server.alerts = [];
    await sync();
    test.advance(60 * 60_000);
    server.alerts = [monitors.prometheus.alert(labels, -60)];
    await sync();
    await deploy(0, -10);
    const found = await gate();
    expect(found.status).toBe('failed');
    expect(found.evidence.map(({ what }) => what)).toContain(
      'Old fired before the deployment began (Prometheus)',
    );
  });

  it('is not passed by looks that are gone, or that nobody took', async () => {
    const { gate, deploy, sync, test } = await start(
      '{ monitoring: { asks: [alerts], watchMinutes: 0, gapMinutes: 5 } }',
    );
    await sync();
    await deploy(0, null);
    test.advance(10 * 60_000);
    await deploy(0, -10);
    await sync();
    expect(await gate()).toMatchObject({
      status: 'waiting',
      summary:
        'nobody looked at the alerts of Prometheus from Tue 24 Nov 09:20 to Tue 24 Nov 09:30 (roll-out to prod-eu)',
      needs: [expect.stringContaining('Sync Prometheus at least every 5 minutes')],
    });
  });

  it('knows nothing of looks whose import was taken back', async () => {
    const { gate, deploy, server, sync, test, connection } = await start(
      '{ monitoring: { asks: [alerts], watchMinutes: 0 } }',
    );
    await deploy(0, null);
    test.advance(60_000);
    await deploy(0, -1);
    server.alerts = [monitors.prometheus.alert({ alertname: 'Elsewhere', service: 'web' }, -1)];
    await sync();
    expect((await gate()).status).toBe('passed');
    test.advance(20 * 60_000);
    await deploy(0, -21);
    await sync();
    expect((await gate()).status).toBe('waiting');
    const [last] = await test.call('pipelines.imports', { connectionId: connection.id });
    await test.call('pipelines.takeBack', { id: last?.id ?? '' });
    expect((await gate()).summary).toContain('from Tue 24 Nov 09:20 to Tue 24 Nov 09:41');
  });

  it.each([
    ['{ monitoring: { asks: [] } }', 'asks nothing; name metrics, alerts or both'],
    ['{ monitoring: { gapMinutes: 0 } }', 'is below 1 minute'],
    ['{ monitoring: { asks: [alerts], maxAgeMinutes: 5 } }', 'asks no metrics, so maxAgeMinutes'],
    ['{ monitoring: { asks: [metrics], watchMinutes: 5 } }', 'asks no alerts, so watchMinutes'],
    ['{ monitoring: { every: 5 } }', '“every”, which is not known there'],
  ])('is refused by its place where it makes no sense: %s', async (limits, words) => {
    const { test, cast } = await start();
    const refused = await test.refused('policies.publish', { text: policy(limits) }, cast.mara.id);
    expect(refused.message).toContain(words);
    expect(refused.message).toMatch(/Line 7, column/);
  });

  it('is refused where another check would have its limits', async () => {
    const { test } = await start();
    const text = policy('{ monitoring: { gapMinutes: 9 } }').replace(
      'check: monitoring',
      'check: coverage',
    );
    expect((await test.refused('policies.publish', { text })).message).toContain(
      'looks at something else (coverage), so monitoring limits nothing',
    );
  });
});
