import { expect, onTestFinished } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { aBuild, startAzureServer } from '../../support/servers/azure-devops.ts';
import type { AzureBuild, AzureOptions } from '../../support/servers/azure-devops.ts';
import { testNow } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

export const azureToken = 'azdo-canary_5f0c1d2e3a4b';
export const firstBuild = 4_294_967_301;

/** So many minutes before the test's now; with the digits Azure sends. */
export function ago(minutes: number): string {
  return new Date(testNow - minutes * 60_000).toISOString().replace('Z', '4567Z');
}

export function someBuilds(count: number): AzureBuild[] {
  return Array.from({ length: count }, (_, n) =>
    aBuild({ id: firstBuild + n, queueTime: ago(n + 1) }),
  );
}

/** A workspace connected to an Azure DevOps on loopback, whose definition is required for payments-api. */
export async function startAzure(builds: AzureBuild[], options: AzureOptions = {}) {
  const clock = () => testNow;
  const azure = await startAzureServer({ builds, token: azureToken, clock, ...options });
  azure.pageSize = 100;
  onTestFinished(async () => {
    await azure.close();
    expect(azure.problems).toEqual([]);
  });
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const connection = await test.call(
    'connections.save',
    {
      ...{ provider: 'azure-devops', name: 'Shop on Azure', baseUrl: azure.baseUrl },
      ...{ repository: azure.project.name, token: azureToken },
      workflows: [{ workflow: 'shop', serviceId: cast.payments.id, required: true }],
    },
    cast.mara.id,
  );
  const sync = () => test.call('connections.sync', { id: connection.id }, cast.mara.id);
  const runs = async () => (await test.call('pipelines.list', { limit: 1000 })).runs;
  /** `attempt status` of each, in an order of their own. */
  const told = async () =>
    (await runs()).map(({ attempt, status }) => `${attempt} ${status}`).toSorted();
  return { azure, test, cast, connection, sync, runs, told };
}
