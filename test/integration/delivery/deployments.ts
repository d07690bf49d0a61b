import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  aDeployment,
  aStatus,
  instant,
  type GithubDeployment,
} from '../../support/servers/deployments.ts';
import { testNow } from '../../support/surroundings.ts';
import { startDelivery, sync, type Delivery } from './delivery.ts';

/** So many minutes before the test's now, as GitHub writes it. */
export const ago = (minutes: number) => instant(testNow - minutes * 60_000);

export const firstDeployment = 4_300_000_001;

/** A deployment and what it came to, the newest state first. */
export function deployed(
  github: Delivery['github'],
  states: readonly (string | null)[],
  overrides: Partial<GithubDeployment> = {},
): GithubDeployment {
  const deployment = aDeployment({ created_at: ago(60), ...overrides });
  github.deployments.push(deployment);
  tell(github, deployment, states);
  return deployment;
}

/** What became of a deployment, the newest state first. */
export function tell(
  github: Delivery['github'],
  deployment: GithubDeployment,
  states: readonly (string | null)[],
  overrides: object = {},
): void {
  const statuses = states.map((state, n) =>
    aStatus(deployment, state, { id: deployment.id * 10 + states.length - n, ...overrides }),
  );
  github.statuses.set(deployment.id, statuses);
}

/** A workspace connected to a GitHub on loopback that deploys. */
export async function startDeployments(count = 0) {
  const delivery = await startDelivery();
  const { test, cast, github, connection } = delivery;
  for (let n = 0; n < count; n += 1) {
    deployed(github, ['success', 'in_progress'], {
      id: firstDeployment + n,
      created_at: ago(n + 1),
    });
  }
  const list = async () => (await test.call('deployments.imported', { limit: 1000 })).deployments;
  const told = async () =>
    (await list()).map(
      ({ externalId, status }) => `${Number(externalId) - firstDeployment} ${status}`,
    );
  const importing = async (content: string | object) => {
    const path = join(test.folder, 'deployments.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    const input = { connectionId: connection.id, file: { path } };
    return {
      take: () => test.call('pipelines.importFile', input, cast.mara.id),
      refuse: () => test.refused('pipelines.importFile', input, cast.mara.id),
    };
  };
  const statusesAsked = () =>
    github.requests.filter(({ path }) => path.endsWith('/statuses')).length;
  return { ...delivery, sync: () => sync(delivery), list, told, importing, statusesAsked };
}
