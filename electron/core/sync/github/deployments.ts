import { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { storable, word, type Place } from '../reading/place.ts';
import { numericId as id, text } from '../reading/fields.ts';

const status = z.object({
  id,
  state: text,
  environment: text,
  description: text,
  log_url: text,
  environment_url: text,
  target_url: text,
  deployment_url: text,
  created_at: text,
  updated_at: text,
});
type Status = z.infer<typeof status>;

const deployment = z.object({
  id,
  sha: text,
  ref: text,
  task: text,
  environment: text,
  description: text,
  repository_url: text,
  created_at: text,
  updated_at: text,
  /** Not GitHub's own: an export may put the statuses beside their deployment, the newest first. */
  statuses: z.array(status).nullish(),
});

const states = new Map<string, RunStatus>([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'failed'],
  ['in_progress', 'running'],
  ['queued', 'queued'],
  ['pending', 'queued'],
]);

/**
 * A deployment without a status is queued. `inactive` means that a later one took its place: what it
 * was before stays, else it is unknown.
 */
export const deployments: AnswerKind = {
  kinds: ['deployments', 'deployment'],
  listAt: [],
  isRow: (value) => 'id' in value && 'task' in value && ('sha' in value || 'ref' in value),
  read(value, place) {
    const found = shaped(deployment, value, place, 'the deployment');
    if (found === null) return [];
    const told = found.statuses ?? [];
    const active = told.find(({ state }) => word(state) !== 'inactive');
    const shown = active ?? told[0];
    const repository = repositoryIn(found.repository_url);
    return [
      {
        kind: 'deployment',
        externalId: joined(repository, found.id, shown?.id ?? '0'),
        status: shown === undefined ? 'queued' : statusOf(shown),
        warnings: false,
        rawStatus: storable(shown?.state),
        rawResult: null,
        url: shown === undefined ? null : addressOf(shown, place),
        attempt: 1,
        application: repository,
        environment: storable(shown?.environment || found.environment),
        version: storable(found.ref),
        commit: storable(found.sha) ?? '',
        branch: storable(found.ref),
        runId: null,
        note: storable(shown?.description || found.description) ?? '',
        createdAt: place.date('created_at', found.created_at),
        startedAt: place.date('created_at', found.created_at),
        ...endOf(shown, place),
      },
    ];
  },
};

/** Statuses alone: each is a row, since each is a thing that happened. */
export const deploymentStatuses: AnswerKind = {
  kinds: ['deployment-statuses', 'deployment-status'],
  listAt: [],
  isRow: (value) => 'state' in value && 'deployment_url' in value,
  read(value, place, all): NormalisedRow[] {
    const found = shaped(status, value, place, 'the status');
    if (found === null) return [];
    const url = storable(found.deployment_url) ?? '';
    const shown = word(found.state) === 'inactive' ? (before(found, all) ?? found) : found;
    const deploymentId = /\/deployments\/(\d+)/.exec(url)?.[1] ?? '0';
    const repository = repositoryIn(url);
    return [
      {
        kind: 'deployment',
        externalId: joined(repository, deploymentId, found.id),
        status: statusOf(shown),
        warnings: false,
        rawStatus: storable(found.state),
        rawResult: null,
        url: addressOf(found, place),
        attempt: 1,
        application: repository,
        environment: storable(found.environment),
        version: null,
        commit: '',
        branch: null,
        runId: null,
        note: storable(found.description) ?? '',
        createdAt: place.date('created_at', found.created_at),
        startedAt: null,
        ...endOf(shown, place),
      },
    ];
  },
};

/** What the deployment of a status was before it: the newest that is not `inactive`. */
function before(found: Status, all: readonly Record<string, unknown>[]): Status | undefined {
  return all
    .map((each) => status.safeParse(each).data)
    .filter((each) => each !== undefined)
    .filter(({ deployment_url: url, state }) => {
      return url === found.deployment_url && word(state) !== 'inactive';
    })
    .toSorted((a, b) => ((a.created_at ?? '') < (b.created_at ?? '') ? 1 : -1))[0];
}

function statusOf({ state }: Status): RunStatus {
  return states.get(word(state)) ?? 'unknown';
}

function endOf(shown: Status | undefined, place: Place) {
  const at = shown?.updated_at || shown?.created_at;
  const updatedAt = place.date('updated_at', at);
  const isOver = shown !== undefined && ['succeeded', 'failed'].includes(statusOf(shown));
  return { updatedAt, finishedAt: isOver ? updatedAt : null };
}

function addressOf(shown: Status, place: Place): string | null {
  const { log_url: log, target_url: target, environment_url: environment } = shown;
  return place.link('log_url', log || target || environment);
}

/** `owner/name` in one of GitHub's own addresses; empty when it is in none. */
function repositoryIn(url: string | null | undefined): string {
  const [, name = ''] = /\/repos\/([^/?#]+\/[^/?#]+)/.exec(url ?? '') ?? [];
  return storable(name) ?? '';
}

function joined(repository: string, deploymentId: string | number, statusId: string | number) {
  const own = `${deploymentId}/${statusId}`;
  return repository === '' ? own : `${repository}/${own}`;
}
