import { azureDevops } from '../answers/azure-devops.ts';
import { reply, type Exchange } from './reply.ts';

/** A deployment of a classic release in the words of Azure DevOps. Tests may set any key. */
export type AzureDeployment = Record<string, unknown> & { id: number; lastModifiedOn: string };

export const firstDeployment = 71;

/** A finished, successful deployment of the definition `shop` to production. */
export function anAzureDeployment(overrides: Partial<AzureDeployment> = {}): AzureDeployment {
  const id = overrides.id ?? firstDeployment;
  const at = overrides.lastModifiedOn ?? '2026-02-01T10:07:00.12Z';
  return {
    ...azureDevops.deployments,
    ...{ id, queuedOn: at, startedOn: at, completedOn: at, lastModifiedOn: at },
    ...overrides,
  };
}

/** A release with these attempts in one environment, as `$expand=environments` shows it. */
export function releaseWith(deployments: readonly AzureDeployment[]) {
  const [first] = deployments;
  if (first === undefined) throw new Error('A release has an attempt at least');
  const { release, releaseDefinition, releaseEnvironment } = azureDevops.deployments;
  const approvals = (key: string) =>
    deployments.flatMap((each) => {
      const all: unknown = each[key];
      const list: readonly unknown[] = Array.isArray(all) ? all : [];
      return list.map((one) => Object.assign({ attempt: each['attempt'] }, one));
    });
  return {
    ...azureDevops.releases,
    ...{ id: release.id, name: release.name, url: release.url, releaseDefinition },
    artifacts: release.artifacts,
    _links: { web: { href: release.webAccessUri } },
    environments: [
      { id: 90, name: 'staging', status: 'notStarted', deploySteps: [] },
      {
        ...{ ...releaseEnvironment, status: 'succeeded' },
        preDeployApprovals: approvals('preDeployApprovals'),
        postDeployApprovals: approvals('postDeployApprovals'),
        deploySteps: deployments.map((each) => ({
          ...{ id: each.id * 10, deploymentId: each.id, attempt: each['attempt'] },
          ...{ status: each['deploymentStatus'], operationStatus: each['operationStatus'] },
          ...{ reason: each['reason'], queuedOn: each['queuedOn'] },
          lastModifiedOn: each.lastModifiedOn,
          releaseDeployPhases: [{ id: 1, startedOn: each['startedOn'] }],
        })),
      },
    ],
  };
}

/** A list by number; its token is the number the next page begins with. */
export function listDeployments(exchange: Exchange, all: readonly AzureDeployment[]): void {
  const query = exchange.url.searchParams;
  const from = Date.parse(query.get('minModifiedTime') ?? '1970-01-01T00:00:00Z');
  const size = Math.min(Number(query.get('$top') ?? 50), 100);
  const token = Number(query.get('continuationToken') ?? Infinity);
  const found = all
    .filter(({ id, lastModifiedOn }) => id <= token && Date.parse(lastModifiedOn) >= from)
    .toSorted((a, b) => b.id - a.id);
  const headers: Record<string, string> = {};
  const next = found[size];
  if (next) headers['x-ms-continuationtoken'] = String(next.id);
  const value = found.slice(0, size);
  reply(exchange, 200, { count: value.length, value }, headers);
  exchange.behaviour.afterPage(1);
}
