import { and, count, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { connection } from '#core/database/schema/delivery.ts';
import { providerDeployment } from '#core/database/schema/imported.ts';
import { isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import {
  mappedEnvironment,
  suggestedEnvironment,
} from '#shared/rules/delivery/environment-mapping.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { requireConnection } from '../connections/index.ts';
import { answered } from '#core/imported/index.ts';

/** One page of what the providers deployed, newest first, each in the environment it is mapped to. */
export function listImported(
  store: Store,
  { limit, offset, ...asked }: Parsed<'deployments.imported'>,
): Output<'deployments.imported'> {
  const where = chosen(asked);
  const total = store.orm
    .select({ n: count() })
    .from(providerDeployment)
    .innerJoin(connection, eq(connection.id, providerDeployment.connectionId))
    .where(where)
    .get();
  const rows = store.orm
    .select()
    .from(providerDeployment)
    .innerJoin(connection, eq(connection.id, providerDeployment.connectionId))
    .where(where)
    // By what the provider says alone, as runs are.
    .orderBy(
      desc(providerDeployment.createdAt),
      desc(providerDeployment.externalId),
      desc(providerDeployment.attempt),
    )
    .limit(limit)
    .offset(offset)
    .all();
  const known = new Set(listEnvironments(store).map(({ id }) => id));
  const deployments = rows.map(({ provider_deployment: row, connection: from }) => {
    const mapped = mappedEnvironment(row.environment, from.environments);
    return {
      ...answered(row),
      connectionName: from.name,
      environmentId: mapped !== null && known.has(mapped) ? mapped : null,
    };
  });
  return { deployments, total: total?.n ?? 0 };
}

type Asked = Omit<Parsed<'deployments.imported'>, 'limit' | 'offset'>;

function chosen({ id, connectionId, environment, status }: Asked): SQL | undefined {
  return and(
    isNull(connection.deletedHlc),
    id === undefined ? undefined : eq(providerDeployment.id, id),
    connectionId === undefined ? undefined : eq(providerDeployment.connectionId, connectionId),
    environment === undefined ? undefined : eq(providerDeployment.environment, environment),
    status === undefined ? undefined : eq(providerDeployment.status, status),
  );
}

/** The environments a connection's deployments name, by name, with what each is mapped to. */
export function listProviderEnvironments(
  store: Store,
  { connectionId }: Parsed<'deployments.environments'>,
): Output<'deployments.environments'> {
  const { environments: mapping } = requireConnection(store, connectionId);
  const known = listEnvironments(store);
  const ids = new Set(known.map(({ id }) => id));
  const used = store.raw
    .prepare<[string], { name: string; deployments: number; newestAt: number | null }>(
      `SELECT environment AS name, COUNT(*) AS deployments, MAX(created_at) AS newestAt
       FROM provider_deployment WHERE connection_id = ? AND environment <> ''
       GROUP BY environment`,
    )
    .all(connectionId);
  const unused = mapping.filter(({ name }) => !used.some((each) => each.name === name));
  return [...used, ...unused.map(({ name }) => ({ name, deployments: 0, newestAt: null }))]
    .map(({ name, deployments, newestAt }) => {
      const mapped = mappedEnvironment(name, mapping);
      return {
        ...{ name, deployments, newestAt: isoOrNull(newestAt) },
        environmentId: mapped !== null && ids.has(mapped) ? mapped : null,
        suggestedId: suggestedEnvironment(name, known),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
