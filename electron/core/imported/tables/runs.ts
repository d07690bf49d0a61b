import { addRunWords, lastRun } from '#core/database/search-index.ts';
import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';
import { byAttempt, ms, type ImportedTable } from '../imported-table.ts';

/** Runs as they are stored; instants as milliseconds since 1970, UTC. */
export const runTable: ImportedTable<NormalisedRun> = {
  kind: 'runs',
  name: 'pipeline_run',
  ...byAttempt,
  factColumns: [
    'number',
    'workflow',
    'workflow_name',
    'title',
    'status',
    'warnings',
    'raw_status',
    'raw_result',
    'commit_id',
    'branch',
    'event',
    'url',
    'created_at',
    'started_at',
    'updated_at',
    'finished_at',
  ],
  factsOf: (run) => [
    run.number,
    run.workflow,
    run.workflowName,
    run.title,
    run.status,
    run.warnings ? 1 : 0,
    run.rawStatus,
    run.rawResult,
    run.commit,
    run.branch,
    run.event,
    run.url,
    ms(run.createdAt),
    ms(run.startedAt),
    ms(run.updatedAt),
    ms(run.finishedAt),
  ],
  index: { mark: lastRun, add: addRunWords },
};
