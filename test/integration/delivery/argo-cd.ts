import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { anApplication, startArgoServer, type ArgoOptions } from '../../support/servers/argo-cd.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

export const argoToken = 'argo-canary_5f0c1d2e3a4b';

/** So many minutes before the test's now, as Argo CD writes it. */
export function ago(minutes: number): string {
  return new Date(testNow - minutes * 60_000).toISOString().replace('.000Z', 'Z');
}

/** A workspace connected to an Argo CD on loopback with these applications. */
export async function startArgo(names: string[] = [], repository = '', options: ArgoOptions = {}) {
  const argo = await startArgoServer({ token: argoToken, clock: () => testNow, ...options });
  onTestFinished(async () => {
    await argo.close();
    expect(argo.problems).toEqual([]);
  });
  argo.applications = names.map((name) => anApplication(name));
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const place = { provider: 'argo-cd', baseUrl: argo.baseUrl, repository } as const;
  const connection = await test.call(
    'connections.save',
    { ...place, name: 'Argo', token: argoToken },
    cast.mara.id,
  );
  const { id } = connection;
  const sync = () => test.call('connections.sync', { id }, cast.mara.id);
  const refusedSync = () => test.refused('connections.sync', { id }, cast.mara.id);
  const deployments = async () =>
    (await test.call('deployments.imported', { limit: 1000 })).deployments;
  const rollouts = async () => (await test.call('rollouts.list', { limit: 1000 })).rollouts;
  /** `name status` of each, or that it is gone. */
  const told = async () =>
    (await rollouts()).map(
      ({ name, status, goneAt }) => `${name} ${goneAt === null ? status : 'gone'}`,
    );
  const importing = (content: unknown, exportedAt?: string) => {
    const path = join(test.folder, 'applications.json');
    writeFileSync(path, JSON.stringify(content));
    const input = { connectionId: id, file: { path }, exportedAt };
    return test.call('pipelines.importFile', input, cast.mara.id);
  };
  const takeBackNewest = async () => {
    const [newest] = await test.call('pipelines.imports', { connectionId: id });
    return test.call('pipelines.takeBack', { id: newest?.id ?? '' }, cast.mara.id);
  };
  return {
    ...{ argo, test, cast, connection, sync, refusedSync, deployments, rollouts, told },
    ...{ importing, takeBackNewest },
  };
}
