import type { Store } from '#core/database/store.ts';
import type { ProviderName } from '#shared/contract/delivery/connections.ts';
import { mappedService, suggestedService } from '#shared/rules/delivery/service-mapping.ts';
import { listServices } from '../../workspace/services/index.ts';
import { requireConnection } from './read.ts';

type Counted = Pick<ProviderName, 'name' | 'deployments' | 'rollouts' | 'artefacts'>;

/** What a connection's deployments, roll-outs and artefacts are called, by name, with the service of each. */
export function listNames(store: Store, connectionId: string): ProviderName[] {
  const { services: mapping } = requireConnection(store, connectionId);
  const services = listServices(store);
  const known = new Set(services.map(({ id }) => id));
  const used = store.raw
    .prepare<{ connectionId: string }, Counted>(
      `SELECT name, SUM(deployments) AS deployments, SUM(rollouts) AS rollouts,
              SUM(artefacts) AS artefacts
       FROM (SELECT application AS name, COUNT(*) AS deployments, 0 AS rollouts, 0 AS artefacts
             FROM provider_deployment WHERE connection_id = @connectionId GROUP BY application
             UNION ALL
             SELECT name, 0, COUNT(*), 0
             FROM rollout WHERE connection_id = @connectionId GROUP BY name
             UNION ALL
             SELECT name, 0, 0, COUNT(*)
             FROM artefact WHERE connection_id = @connectionId GROUP BY name)
       WHERE name <> '' GROUP BY name`,
    )
    .all({ connectionId });
  const names = new Set(used.map(({ name }) => name));
  const unused = mapping.filter(({ name }) => !names.has(name));
  const none = { deployments: 0, rollouts: 0, artefacts: 0 };
  return [...used, ...unused.map(({ name }) => ({ name, ...none }))]
    .map((each) => {
      const mapped = mappedService(each.name, mapping);
      return {
        ...each,
        serviceId: mapped !== null && known.has(mapped) ? mapped : null,
        suggestedId: suggestedService(each.name, services),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
