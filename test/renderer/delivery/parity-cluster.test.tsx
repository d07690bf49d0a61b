import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { settingsOf, startKubernetesServer } from '../../support/servers/kubernetes.ts';
import { startTestApp } from '../../support/test-app.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const token = 'kube-canary_5f0c1d2e3a4b';

describe('parity of a cluster', () => {
  it('reads a namespace for each side, and says what is wrong beside it', async () => {
    const cluster = await startKubernetesServer({ token, readsSettings: true });
    onTestFinished(() => cluster.close());
    cluster.configmaps = [
      settingsOf('api', { LOG_LEVEL: 'debug', REGION: 'eu' }),
      settingsOf('api', { LOG_LEVEL: 'info', REGION: 'eu' }, { namespace: 'shop' }),
    ];
    const test = startTestApp();
    const { mara } = await buildWorkspace(test);
    await test.call('workspace.actAs', { personId: mara.id });
    const place = { provider: 'kubernetes', baseUrl: cluster.baseUrl, token } as const;
    await test.call('connections.save', { ...place, name: 'Cluster', repository: 'payments' });
    openWindow(test, '/environments/parity');
    const read = async (title: string, namespace: string) => {
      const side = within(await screen.findByRole('region', { name: title }));
      await userEvent.click(await side.findByText('Or read a cluster'));
      await userEvent.selectOptions(side.getByLabelText(/^Cluster/), 'Cluster');
      const field = side.getByLabelText(/^Namespace/);
      await userEvent.clear(field);
      if (namespace !== '') await userEvent.type(field, namespace);
      await userEvent.click(side.getByRole('button', { name: 'Read it' }));
    };
    await read('First file', '');
    await read('Second file', 'nowhere at all');
    expect(await screen.findByText(/“nowhere at all” is no namespace/)).toBeTruthy();
    await read('Second file', 'shop');
    expect(await screen.findByText('1 different; 1 the same.')).toBeTruthy();
    expect(screen.getByText('Cluster/payments')).toBeTruthy();
  });
});
