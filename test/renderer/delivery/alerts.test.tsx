import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { aPrometheusAlert, startPrometheusServer } from '../../support/servers/monitoring.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

// Nothing is laid out here: a table without a size shows no rows.
const height = vi.spyOn(Element.prototype, 'clientHeight', 'get');
const width = vi.spyOn(Element.prototype, 'clientWidth', 'get');
beforeAll(() => {
  height.mockReturnValue(600);
  width.mockReturnValue(1000);
});
afterAll(() => {
  height.mockRestore();
  width.mockRestore();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const hostile = '<img src=x onerror=alert(1)>';

async function start() {
  const test = startTestApp();
  const prometheus = await startPrometheusServer({ token: 'mara:canary-7', tenant: 'team-shop' });
  onTestFinished(() => prometheus.close());
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  return { test, prometheus, cast };
}

describe('a connection to Prometheus', () => {
  it('is guided to, with a tenant and without workflows', async () => {
    const { test, prometheus } = await start();
    openWindow(test, '/pipelines/new');
    await userEvent.selectOptions(await screen.findByLabelText('Provider'), 'Prometheus');
    await userEvent.type(screen.getByLabelText('Address of Prometheus'), prometheus.baseUrl);
    const tenant = screen.getByLabelText(/^Tenant/);
    await userEvent.type(tenant, 'team/shop');
    await userEvent.type(screen.getByLabelText('Name'), 'Prometheus');
    await userEvent.type(screen.getByLabelText(/^Token, or user/), 'mara:canary-7');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText(/^Expected the name of a tenant/)).toBeTruthy();
    expect(prometheus.requests).toEqual([]);
    await userEvent.clear(tenant);
    await userEvent.type(tenant, 'team-shop');
    await userEvent.click(await button('Test'));
    expect(await screen.findByText('Reached team-shop')).toBeTruthy();
    expect(screen.getByText('No alert is there now')).toBeTruthy();
    expect(screen.queryByText('What its workflows build')).toBeNull();
    await userEvent.clear(screen.getByLabelText('Name'));
    await userEvent.type(screen.getByLabelText('Name'), 'Prometheus');
    await userEvent.click(await button('Connect'));
    expect(await screen.findByRole('heading', { name: 'Prometheus' })).toBeTruthy();
    expect(await screen.findByText(/^No alert has been read yet/)).toBeTruthy();
    expect(prometheus.problems).toEqual([]);
  });

  it('shows its alerts as text, and maps the labels of a quiet service', async () => {
    const { test, prometheus, cast } = await start();
    prometheus.alerts = [
      aPrometheusAlert({
        labels: { alertname: hostile, service: 'shop' },
        annotations: { summary: 'x'.repeat(500) },
      }),
    ];
    const { id } = await test.call('connections.save', {
      ...{ provider: 'prometheus', name: 'Prometheus', baseUrl: prometheus.baseUrl },
      ...{ repository: 'team-shop', token: 'mara:canary-7' },
    });
    await test.call('connections.sync', { id });
    openWindow(test, `/pipelines/${id}`);
    const table = await screen.findByRole('grid', { name: 'Alerts' });
    await userEvent.click(await within(table).findByText(hostile));
    expect(document.querySelector('img[src="x"]')).toBeNull();
    expect(await screen.findByText('In its own words')).toBeTruthy();
    expect(screen.getAllByText('Firing').length).toBeGreaterThan(0);
    expect(screen.getByText('firing')).toBeTruthy();

    await userEvent.click(screen.getByRole('tab', { name: /^Services/ }));
    const typed = await screen.findByLabelText(/^Alerts with these labels/);
    await userEvent.type(typed, 'payments');
    expect(await screen.findByText(/^Expected a label and its value/)).toBeTruthy();
    await userEvent.clear(typed);
    await userEvent.type(typed, 'app=payments{Enter}');
    const service = await screen.findByRole('combobox', { name: 'Service of app=payments' });
    await userEvent.selectOptions(service, 'payments-api');
    await userEvent.click(await button('Save the mapping'));
    await screen.findByText('Services saved');
    const [connection] = await test.call('connections.list', {});
    expect(connection?.services).toEqual([{ name: 'app=payments', serviceId: cast.payments.id }]);
  });
});
