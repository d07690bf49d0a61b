// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { aRelease } from '../../support/build-workspace.ts';
import { aSeries } from '../../support/servers/monitoring.ts';
import { testNow } from '../../support/surroundings.ts';
import { ago, monitors, startMonitoring } from '../delivery/monitoring.ts';

describe('The dossier', () => {
  it('lists the metric checks with what they found last, and the alerts of the roll-out', async () => {
    const { test, cast, connection, server, sync } = await startMonitoring('prometheus');
    await test.call('workspace.actAs', { personId: cast.mara.id });
    const { id: releaseId, deployments } = await aRelease(test, cast);
    const dossier = async () => {
      const { text } = await test.call('reports.dossier', { releaseId });
      const page = new DOMParser().parseFromString(text, 'text/html');
      expect(page.querySelector('img')).toBeNull();
      return (page.getElementById('monitoring')?.textContent ?? '').replace(/\s+/g, ' ');
    };
    expect(await dossier()).toContain('No metric check was added.');

    const check = (name: string, query: string) =>
      test.call('monitoring.saveCheck', {
        ...{ releaseId, connectionId: connection.id, name, query },
        ...{ comparison: 'at-most', threshold: 0.05, windowMinutes: 10 },
      });
    await check('<img src=x>', 'errors{service="shop"}');
    const values = Array.from({ length: 41 }, () => 0.012);
    server.result = {
      ...{ resultType: 'matrix', result: [aSeries({}, testNow - 600_000, 15, values)] },
    };
    await test.call('monitoring.run', { releaseId });
    await test.call('monitoring.run', { releaseId });
    await check('Latency', 'p95');
    await test.call('deployments.record', {
      ...{ id: deployments[0]?.id ?? '', actualStartAt: ago(10) },
    });
    server.alerts = [monitors.prometheus.alert({ alertname: 'HighErrorRate', service: 'shop' }, 5)];
    await sync();

    const said = await dossier();
    expect(said).toContain('1 of 2 metric checks passed');
    expect(said).toContain('<img src=x>errors{service="shop"} at most 0.05 over 10 min Passed');
    expect(said).toContain('Highest 0.012 in 41 values of 1 series, at most 0.05 allowed');
    expect(said).toMatch(/by Mara Okafor, of Prometheus, over .*; 2 results in all/);
    expect(said).toContain('Latencyp95 at most 0.05 over 10 min Not asked');
    expect(said).toContain('Failed HighErrorRate fired since Tue 24 Nov 09:15');
    expect(said).toMatch(/HighErrorRate Fired alertname=HighErrorRate, service=shop .* prod-eu/);
  });
});
