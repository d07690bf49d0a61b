import type { NormalisedRun } from '#shared/model/delivery/pipelines.ts';

/** Columns a provider's answer fills, in the order they are bound; the key columns first. */
export const keyColumns = ['connection_id', 'external_id', 'attempt'] as const;
export const factColumns = [
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
] as const;

export type RunFacts = (string | number | null)[];

/** The values of `factColumns`; instants as milliseconds since 1970, UTC. */
export function factsOf(run: NormalisedRun): RunFacts {
  return [
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
  ];
}

function ms(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
