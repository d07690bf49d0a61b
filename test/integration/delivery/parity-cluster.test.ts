import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { settingsOf, startKubernetesServer } from '../../support/servers/kubernetes.ts';
import { startTestApp } from '../../support/test-app.ts';

const token = 'kube-canary_5f0c1d2e3a4b';
const encoded = (text: string) => Buffer.from(text).toString('base64');

/** A cluster with the settings of staging and production in two namespaces. */
async function start(namespace = '') {
  const cluster = await startKubernetesServer({ token, readsSettings: true });
  onTestFinished(async () => {
    await cluster.close();
    expect(cluster.problems).toEqual([]);
  });
  cluster.configmaps = [
    settingsOf('api', { LOG_LEVEL: 'canary-debug', REGION: 'eu' }),
    settingsOf('kube-root-ca.crt', { 'ca.crt': 'x' }),
    settingsOf('api', { LOG_LEVEL: 'canary-info', REGION: 'eu' }, { namespace: 'shop' }),
  ];
  const helm = { type: 'helm.sh/release.v1' };
  cluster.secrets = [
    settingsOf('db', { PASSWORD: encoded('canary-1') }),
    settingsOf('sh.helm.release.v1.api', { release: encoded('canary-2') }, helm),
    settingsOf('db', { PASSWORD: encoded('canary-3') }, { namespace: 'shop' }),
  ];
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const { id } = await test.call('connections.save', {
    ...{ provider: 'kubernetes', name: 'Cluster', baseUrl: cluster.baseUrl, token },
    repository: namespace,
  });
  const sides = {
    left: { connectionId: id, namespace: 'payments' },
    right: { connectionId: id, namespace: 'shop' },
  };
  return { cluster, test, cast, id, sides };
}

describe('Parity of two namespaces of a cluster', () => {
  it('compares what is configured there now, without what the cluster makes for itself', async () => {
    const { test, sides } = await start();
    const found = await test.call('parity.compare', sides);
    expect(found.rows.map(({ key, state, secret }) => [key, state, secret])).toEqual([
      ['LOG_LEVEL', 'different', false],
      ['PASSWORD', 'different', true],
      ['REGION', 'same', false],
    ]);
    expect([found.left.name, found.left.notes]).toEqual(['Cluster/payments', []]);
    expect(JSON.stringify(found)).not.toContain('canary');
  });

  it('is kept without a value in any file', async () => {
    const { test, cast, sides } = await start();
    const kept = await test.call('parity.keep', {
      ...sides,
      ...{ leftEnvironmentId: cast.staging.id, rightEnvironmentId: cast.production.id },
    });
    expect([kept.open, kept.leftFile.name]).toEqual([2, 'Cluster/payments']);
    for (const file of readdirSync(test.folder)) {
      expect(readFileSync(join(test.folder, file)).includes('canary')).toBe(false);
    }
  });

  it('leaves secrets out where the token may not read them, and says so', async () => {
    const { cluster, test, sides } = await start();
    cluster.forbidden.add('secrets');
    const { rows, left } = await test.call('parity.compare', sides);
    expect(rows.map(({ key }) => key)).toEqual(['LOG_LEVEL', 'REGION']);
    expect(left.notes).toEqual([expect.stringContaining('Secrets were left out')]);
  });

  it('reads every page', async () => {
    const { cluster, test, sides } = await start();
    cluster.pageSize = 1;
    cluster.configmaps.push(settingsOf('more', { EXTRA: '1' }));
    const { rows } = await test.call('parity.compare', sides);
    expect(rows.map(({ key }) => key)).toContain('ConfigMap more/EXTRA');
  });

  it('takes the namespace of the connection, and asks for one where there is none', async () => {
    const { test, id, sides } = await start();
    const nowhere = { ...sides, left: { connectionId: id } };
    expect(await test.refused('parity.compare', nowhere)).toMatchObject({
      ...{ code: 'invalid_input', fields: { left: expect.stringContaining('namespace') } },
    });
    const other = await start('payments');
    const found = await other.test.call('parity.compare', {
      ...{ left: { connectionId: other.id }, right: other.sides.right },
    });
    expect(found.left.name).toBe('Cluster/payments');
  });

  it('refuses a connection that is no cluster, and says what is wrong at its side', async () => {
    const { cluster, test, sides } = await start();
    const other = await test.call('connections.save', {
      ...{ provider: 'gitlab', name: 'Web', baseUrl: cluster.baseUrl, repository: 'acme/shop' },
    });
    const wrong = { ...sides, right: { connectionId: other.id } };
    expect((await test.refused('parity.compare', wrong)).fields).toEqual({
      right: 'Web is no cluster, so it has no settings to compare.',
    });
    cluster.forbidden.add('configmaps');
    const { fields } = await test.refused('parity.compare', sides);
    expect(fields?.['left']).toMatch(/configmaps/);
  });
});
