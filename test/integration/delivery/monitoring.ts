import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import {
  aPrometheusAlert,
  anAlert,
  startAlertmanagerServer,
  startPrometheusServer,
} from '../../support/servers/monitoring.ts';
import type {
  MonitoringAlert,
  MonitoringOptions,
  MonitoringServer,
} from '../../support/servers/monitoring.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

export const monitoringSecret = 'mon-canary_5f0c1d2e3a4b';
export const monitoringToken = `mara:${monitoringSecret}`;

/** Both servers, told apart where their words are. */
export const monitors = {
  prometheus: {
    called: 'Prometheus',
    api: '/api/v1',
    start: startPrometheusServer,
    /** An alert that fires since so many minutes before the test's now, with labels of its own. */
    alert: (labels: Record<string, string>, minutes = 20, more: MonitoringAlert = {}) =>
      aPrometheusAlert({ labels, activeAt: ago(minutes), ...more }),
    quiet: { state: 'pending' },
    /** As its API answers, which is how people export it. */
    file: (alerts: unknown) => ({ status: 'success', data: { alerts } }),
    other: { status: 'success', data: { result: [], resultType: 'vector' } },
  },
  alertmanager: {
    called: 'Alertmanager',
    api: '/api/v2',
    start: startAlertmanagerServer,
    alert: (labels: Record<string, string>, minutes = 20, more: MonitoringAlert = {}) =>
      anAlert({
        ...{ labels, startsAt: ago(minutes), fingerprint: JSON.stringify(labels) },
        ...more,
      }),
    quiet: { status: { state: 'suppressed', silencedBy: ['s1'], inhibitedBy: [] } },
    file: (alerts: unknown) => alerts,
    other: { message: 'hello' },
  },
} as const;
export type MonitorKey = keyof typeof monitors;

export function ago(minutes: number): string {
  return new Date(testNow - minutes * 60_000).toISOString();
}

/** A workspace connected to one of the two on loopback, whose alerts of `service=shop` are payments-api’s. */
export async function startMonitoring(provider: MonitorKey, options: MonitoringOptions = {}) {
  const { token = monitoringToken, tenant = null } = options;
  const clock = () => testNow;
  const server: MonitoringServer = await monitors[provider].start({ clock, ...options, token });
  onTestFinished(async () => {
    await server.close();
    expect(server.problems).toEqual([]);
  });
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const connection = await test.call(
    'connections.save',
    {
      ...{ provider, name: monitors[provider].called, baseUrl: server.baseUrl },
      ...{ repository: tenant ?? '', ...(token === null ? {} : { token }) },
      services: [{ name: 'service=shop', serviceId: cast.payments.id }],
    },
    cast.mara.id,
  );
  const sync = () => test.call('connections.sync', { id: connection.id }, cast.mara.id);
  const refusedSync = () => test.refused('connections.sync', { id: connection.id }, cast.mara.id);
  const alerts = async () => (await test.call('monitoring.alerts', { limit: 1000 })).alerts;
  /** `name status` of each, `gone` where it is, in an order of their own. */
  const told = async () =>
    (await alerts())
      .map((each) => `${each.name} ${each.goneAt === null ? each.status : 'gone'}`)
      .toSorted();
  const importFile = (content: unknown) => {
    const path = join(test.folder, 'alerts.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return { connectionId: connection.id, file: { path } };
  };
  return { server, test, cast, connection, sync, refusedSync, alerts, told, importFile };
}
