import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import {
  aPrometheusAlert,
  aSeries,
  startPrometheusServer,
} from '../../support/servers/monitoring.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(cleanup);

const hostile = '<img src=x onerror=alert(1)>';
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const ago = (minutes: number) => new Date(testNow - minutes * 60_000).toISOString();

async function start({ connected = true } = {}) {
  const test = startTestApp();
  const prometheus = await startPrometheusServer({ clock: () => testNow });
  onTestFinished(() => prometheus.close());
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await aRelease(test, cast);
  if (connected) {
    await test.call('connections.save', {
      ...{ provider: 'prometheus', name: 'Prometheus', baseUrl: prometheus.baseUrl },
      ...{ repository: '', services: [{ name: 'service=shop', serviceId: cast.payments.id }] },
    });
  }
  const open = () => openWindow(test, `/releases/${release.id}/after`);
  return { test, prometheus, cast, release, open };
}

describe('the metric checks of a release', () => {
  it('say where to begin while no system is connected', async () => {
    const { open } = await start({ connected: false });
    open();
    expect(await screen.findByText(/^Metrics are asked of Prometheus/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Connect Prometheus' })).toBeTruthy();
    expect(await screen.findByText('No deployment has begun yet')).toBeTruthy();
  });

  it('are added, asked, read and removed', async () => {
    const { test, prometheus, open, release } = await start();
    open();
    await userEvent.click(await button('Add a check'));
    const dialog = await screen.findByRole('dialog', { name: 'Add a metric check' });
    await userEvent.type(within(dialog).getByLabelText('What it is about'), hostile);
    await userEvent.click(within(dialog).getByLabelText('Query'));
    await userEvent.paste('errors{service="shop"}');
    await userEvent.type(within(dialog).getByLabelText('Threshold'), 'few');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add it' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('found “few”');
    await userEvent.clear(within(dialog).getByLabelText('Threshold'));
    await userEvent.type(within(dialog).getByLabelText('Threshold'), '0,05');
    await userEvent.clear(within(dialog).getByLabelText(/^Looks back/));
    await userEvent.type(within(dialog).getByLabelText(/^Looks back/), '10');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add it' }));

    const list = await screen.findByRole('list', { name: 'Metric checks' });
    expect(within(list).getByText('Not asked yet')).toBeTruthy();
    expect(screen.getByText('0 of 1 passed')).toBeTruthy();
    expect(document.querySelector('img[src="x"]')).toBeNull();

    const values = Array.from({ length: 41 }, () => 0.2);
    const series = aSeries({ pod: 'a' }, testNow - 600_000, 15, values);
    prometheus.result = { resultType: 'matrix', result: [series] };
    await userEvent.click(await button('Ask all'));
    expect(await within(list).findByText('Failed')).toBeTruthy();
    expect(
      within(list).getByText(/^0\.2 at Tue 24 Nov 09:10 \(pod=a\), where at most 0\.05/),
    ).toBeTruthy();

    prometheus.result = { resultType: 'matrix', result: [] };
    await userEvent.click(within(list).getByRole('button', { name: hostile }));
    await userEvent.click(await button('Ask it'));
    expect(await screen.findByText('Results (2)')).toBeTruthy();
    const details = screen.getByRole('complementary', { name: hostile });
    expect(await within(details).findByText(/^no data: the query gave no value/)).toBeTruthy();
    expect(within(details).getByText('errors{service="shop"}')).toBeTruthy();
    expect(within(details).getAllByText(/at most 0.05 over 10 min, Tue 24 Nov 09:10/)).toHaveLength(
      2,
    );

    await userEvent.click(within(details).getByRole('button', { name: 'Remove it' }));
    expect(await screen.findByText(/^No metric check yet/)).toBeTruthy();
    const { checks } = await test.call('monitoring.checks', { releaseId: release.id });
    expect(checks).toEqual([]);
  });

  it('can be asked up to the end of a deployment', async () => {
    const { test, open, release, prometheus } = await start();
    const [source] = (await test.call('monitoring.checks', { releaseId: release.id })).sources;
    await test.call('monitoring.saveCheck', {
      ...{ releaseId: release.id, connectionId: source?.id ?? '', name: 'Up', query: 'up' },
      ...{ comparison: 'at-least', threshold: 1, windowMinutes: 10 },
    });
    await test.call('deployments.record', {
      ...{ id: release.deployments[0]?.id ?? '', result: 'succeeded' },
      ...{ actualStartAt: ago(90), actualEndAt: ago(60) },
    });
    open();
    const choice = await screen.findByRole('combobox', { name: 'Up to' });
    await userEvent.selectOptions(choice, within(choice).getByText(/^up to the end of prod-eu/));
    await userEvent.click(await button('Ask all'));
    const list = screen.getByRole('list', { name: 'Metric checks' });
    await within(list).findByText('Unknown');
    const asked = prometheus.requests.find(({ path }) => path.endsWith('/query_range'));
    expect(asked?.query.get('end')).toBe(String(testNow / 1000 - 3600));
  });
});

describe('the alerts during a roll-out', () => {
  it('stand on the release, with what to do', async () => {
    const { test, prometheus, open, release } = await start();
    await test.call('deployments.record', {
      ...{ id: release.deployments[0]?.id ?? '', actualStartAt: ago(10) },
    });
    prometheus.alerts = [
      aPrometheusAlert({ labels: { alertname: hostile, service: 'shop' }, activeAt: ago(5) }),
      aPrometheusAlert({ labels: { alertname: 'Old', service: 'shop' }, activeAt: ago(50) }),
    ];
    const [connection] = await test.call('connections.list', {});
    await test.call('connections.sync', { id: connection?.id ?? '' });
    open();
    const list = await screen.findByRole('list', { name: 'Alerts during the roll-out' });
    expect(within(list).getByText('Fired')).toBeTruthy();
    expect(within(list).getByText(hostile)).toBeTruthy();
    expect(
      within(list).getByText(/service=shop · .* Find out whether the release set off/),
    ).toBeTruthy();
    expect(within(list).getByText('Fired before it began')).toBeTruthy();
    expect(screen.getByText('Alerts fired')).toBeTruthy();
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });
});
