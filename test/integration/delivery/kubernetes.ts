import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { aWorkload, startKubernetesServer } from '../../support/servers/kubernetes.ts';
import type { KubernetesOptions } from '../../support/servers/kubernetes.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

export const kubernetesToken = 'eyJcanary.5f0c1d2e3a4b.kube';

type Stored = Record<'id' | 'connection_id' | 'batch_id' | 'external_id' | 'status', string> &
  Record<string, unknown>;

/** A workspace connected to the namespace payments of a cluster on loopback, where `count` deployments run. */
export async function startKubernetes(count = 0, options: KubernetesOptions = {}) {
  const clock = () => testNow;
  const kubernetes = await startKubernetesServer({ token: kubernetesToken, clock, ...options });
  onTestFinished(async () => {
    await kubernetes.close();
    expect(kubernetes.problems).toEqual([]);
  });
  kubernetes.deployments = Array.from({ length: count }, (_, n) =>
    aWorkload(`shop-${String(n).padStart(4, '0')}`, 7),
  );
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const connection = await test.call(
    'connections.save',
    {
      ...{ provider: 'kubernetes', name: 'Payments cluster', baseUrl: kubernetes.baseUrl },
      ...{ repository: 'payments', token: kubernetesToken },
    },
    cast.mara.id,
  );
  const sync = () => test.call('connections.sync', { id: connection.id }, cast.mara.id);
  const refusedSync = () => test.refused('connections.sync', { id: connection.id }, cast.mara.id);
  /** The rows as they are kept, without what every import gives anew. */
  const rows = () => {
    const raw = new Database(join(test.folder, 'Payments.slipway'), { readonly: true });
    const found = raw.prepare<[], Stored>('SELECT * FROM rollout ORDER BY external_id').all();
    raw.close();
    return found.map(({ id: _id, connection_id: _connection, batch_id: _batch, ...row }) => row);
  };
  /** `key status`, and `gone` where it is. */
  const told = () =>
    rows().map(
      (row) => `${row.external_id} ${row.status}${row['gone_at'] === null ? '' : ' gone'}`,
    );
  const importing = (content: unknown) => {
    const path = join(test.folder, 'rollouts.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    const input = { connectionId: connection.id, file: { path } };
    return {
      take: () => test.call('pipelines.importFile', input, cast.mara.id),
      refuse: () => test.refused('pipelines.importFile', input, cast.mara.id),
    };
  };
  const tested = () => test.call('connections.test', { id: connection.id });
  return {
    ...{ kubernetes, test, cast, connection, sync, refusedSync },
    rows,
    told,
    importing,
    tested,
  };
}
