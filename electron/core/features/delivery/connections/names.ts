import { eq } from 'drizzle-orm';
import { alert } from '#core/database/schema/things.ts';
import type { Store } from '#core/database/store.ts';
import type { ServiceMapping } from '#shared/model/delivery/pipelines.ts';
import type { ProviderName } from '#shared/contract/delivery/connections.ts';
import {
  readSelector,
  selectorOf,
  selects,
  serviceLabels,
} from '#shared/rules/delivery/monitoring/alert-selector.ts';
import { mappedService, suggestedService } from '#shared/rules/delivery/service-mapping.ts';
import { listServices } from '../../workspace/services/index.ts';
import { requireConnection } from './read.ts';

type Counted = Pick<ProviderName, 'name' | 'deployments' | 'rollouts' | 'artefacts' | 'alerts'>;

/**
 * What a connection's deployments, roll-outs and artefacts are called, by name, with the service of
 * each. Deployments that name nothing, as those of GitLab, are of what the connection reads.
 */
export function listNames(store: Store, connectionId: string): ProviderName[] {
  const { services: mapping, repository: place } = requireConnection(store, connectionId);
  const services = listServices(store);
  const known = new Set(services.map(({ id }) => id));
  const used = store.raw
    .prepare<{ connectionId: string; place: string }, Omit<Counted, 'alerts'>>(
      `SELECT name, SUM(deployments) AS deployments, SUM(rollouts) AS rollouts,
              SUM(artefacts) AS artefacts
       FROM (SELECT ifnull(nullif(application, ''), @place) AS name, COUNT(*) AS deployments,
                    0 AS rollouts, 0 AS artefacts
             FROM provider_deployment WHERE connection_id = @connectionId GROUP BY 1
             UNION ALL
             SELECT name, 0, COUNT(*), 0
             FROM rollout WHERE connection_id = @connectionId GROUP BY name
             UNION ALL
             SELECT name, 0, 0, COUNT(*)
             FROM artefact WHERE connection_id = @connectionId GROUP BY name)
       WHERE name <> '' GROUP BY name`,
    )
    .all({ connectionId, place })
    .map((each) => ({ ...each, alerts: 0 }));
  const labels = alertLabels(store, connectionId, mapping);
  const names = new Set([...used, ...labels].map(({ name }) => name));
  const unused = mapping.filter(({ name }) => !names.has(name));
  const none = { deployments: 0, rollouts: 0, artefacts: 0, alerts: 0 };
  return [...used, ...labels, ...unused.map(({ name }) => ({ name, ...none }))]
    .map((each) => {
      const mapped = mappedService(each.name, mapping);
      return {
        ...each,
        serviceId: mapped !== null && known.has(mapped) ? mapped : null,
        suggestedId: suggestedService(readSelector(each.name)?.[0]?.value ?? each.name, services),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Labels of alerts that can tell a service, and what is mapped already, with how many have it. */
function alertLabels(
  store: Store,
  connectionId: string,
  mapping: readonly ServiceMapping[],
): Counted[] {
  const alerts = store.orm
    .select({ labels: alert.labels })
    .from(alert)
    .where(eq(alert.connectionId, connectionId))
    .all();
  const told = alerts.flatMap(({ labels }) =>
    serviceLabels.flatMap((label) => {
      const value = labels[label];
      return value === undefined || value === '' ? [] : [selectorOf(label, value)];
    }),
  );
  return [...new Set([...told, ...mapping.map(({ name }) => name)])].flatMap((name) => {
    const selector = readSelector(name);
    const count = alerts.filter(({ labels }) => selector && selects(selector, labels)).length;
    return count === 0 ? [] : [{ name, deployments: 0, rollouts: 0, artefacts: 0, alerts: count }];
  });
}
