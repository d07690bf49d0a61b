import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { ms, type ImportedTable } from './imported-table.ts';

/** Deployments of a provider as they are stored; instants as milliseconds since 1970, UTC. */
export const deploymentTable: ImportedTable<NormalisedDeployment> = {
  kind: 'deployments',
  name: 'provider_deployment',
  factColumns: [
    'application',
    'environment',
    'version',
    'status',
    'warnings',
    'raw_status',
    'raw_result',
    'commit_id',
    'branch',
    'run_id',
    'note',
    'url',
    'created_at',
    'started_at',
    'updated_at',
    'finished_at',
  ],
  factsOf: (row) => [
    row.application,
    row.environment,
    row.version,
    row.status,
    row.warnings ? 1 : 0,
    row.rawStatus,
    row.rawResult,
    row.commit,
    row.branch,
    row.runId,
    row.note,
    row.url,
    ms(row.createdAt),
    ms(row.startedAt),
    ms(row.updatedAt),
    ms(row.finishedAt),
  ],
};
