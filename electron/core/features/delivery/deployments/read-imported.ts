import { and, count, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { connection } from '#core/database/schema/delivery.ts';
import { providerDeployment } from '#core/database/schema/imported.ts';
import { isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { suggestedEnvironment } from '#shared/rules/delivery/environment-mapping.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { mappedEnvironments, requireConnection } from '../connections/index.ts';
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
  const mapped = mappedEnvironments(store);
  const deployments = rows.map(({ provider_deployment: row, connection: from }) => ({
    ...answered(row),
    connectionName: from.name,
    environmentId: mapped(row.environment, from.environments),
  }));
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

/** The environments a connection's deployments and roll-outs name, by name, with what each is mapped to. */
export function listProviderEnvironments(
  store: Store,
  { connectionId }: Parsed<'deployments.environments'>,
): Output<'deployments.environments'> {
  const { environments: mapping } = requireConnection(store, connectionId);
  const known = listEnvironments(store);
  const mapped = mappedEnvironments(store);
  const used = store.raw
    .prepare<
      { connectionId: string },
      { name: string; deployments: number; newestAt: number | null }
    >(
      `SELECT environment AS name, SUM(deployments) AS deployments, MAX(created_at) AS newestAt FROM (
         SELECT environment, 1 AS deployments, created_at FROM provider_deployment
         WHERE connection_id = @connectionId AND environment <> ''
         UNION ALL SELECT environment, 0, NULL FROM rollout
         WHERE connection_id = @connectionId AND environment <> '' AND gone_at IS NULL)
       GROUP BY environment`,
    )
    .all({ connectionId });
  const unused = mapping.filter(({ name }) => !used.some((each) => each.name === name));
  return [...used, ...unused.map(({ name }) => ({ name, deployments: 0, newestAt: null }))]
    .map(({ name, deployments, newestAt }) => ({
      ...{ name, deployments, newestAt: isoOrNull(newestAt) },
      environmentId: mapped(name, mapping),
      suggestedId: suggestedEnvironment(name, known),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
