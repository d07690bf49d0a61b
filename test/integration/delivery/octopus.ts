import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import {
  aDeployed,
  startOctopusServer,
  type OctopusOptions,
} from '../../support/servers/octopus.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

export const octopusToken = 'API-CANARY5F0C1D2E3A4B';

/** So many minutes before the test's now, as Octopus writes it. */
export function ago(minutes: number): string {
  return new Date(testNow - minutes * 60_000).toISOString().replace('Z', '+00:00');
}

/** A workspace connected to an Octopus on loopback, with so many deployments a minute apart. */
export async function startOctopus(count = 0, repository = '', options: OctopusOptions = {}) {
  const clock = () => testNow;
  const octopus = await startOctopusServer({ token: octopusToken, clock, ...options });
  onTestFinished(async () => {
    await octopus.close();
    expect(octopus.problems).toEqual([]);
  });
  octopus.deployed = Array.from({ length: count }, (_, n) => aDeployed(n, ago(n + 1)));
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const place = { provider: 'octopus', baseUrl: octopus.baseUrl, repository } as const;
  const connection = await test.call(
    'connections.save',
    { ...place, name: 'Octopus', token: octopusToken },
    cast.mara.id,
  );
  const sync = () => test.call('connections.sync', { id: connection.id }, cast.mara.id);
  const refusedSync = () => test.refused('connections.sync', { id: connection.id }, cast.mara.id);
  const list = async () => (await test.call('deployments.imported', { limit: 1000 })).deployments;
  /** `n status` of each, the newest first; `n` is what it was made with. */
  const told = async () =>
    (await list()).map(
      ({ externalId, status }) => `${Number(/\d+$/.exec(externalId)?.[0]) - 100} ${status}`,
    );
  const importing = (content: unknown) => {
    const path = join(test.folder, 'octopus.json');
    writeFileSync(path, JSON.stringify(content));
    const input = { connectionId: connection.id, file: { path } };
    return test.call('pipelines.importFile', input, cast.mara.id);
  };
  const asked = () => octopus.requests.map(({ path }) => path.split('/').at(-1));
  return {
    ...{ octopus, test, cast, connection, sync, refusedSync, list, told, importing, asked },
  };
}
