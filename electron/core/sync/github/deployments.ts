import { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { storable, word, type Place } from '../reading/place.ts';
import { numericId as id, text } from '../reading/fields.ts';

export const status = z.object({
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
export type DeploymentStatus = z.infer<typeof status>;
type Status = DeploymentStatus;

export const deployment = z.object({
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
export type Deployment = z.infer<typeof deployment>;

const states = new Map<string, RunStatus>([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'failed'],
  ['in_progress', 'running'],
  ['queued', 'queued'],
  ['pending', 'queued'],
]);

export const deployments: AnswerKind = {
  kinds: ['deployments', 'deployment'],
  listAt: [],
  isRow: looksLikeDeployment,
  read(value, place) {
    const found = shaped(deployment, value, place, 'the deployment');
    if (found === null) return [];
    const { row, shown } = rowOf(found, place);
    const key = joined(repositoryIn(found.repository_url), found.id, shown?.id ?? '0');
    return [{ ...row, externalId: key }];
  },
};

/** True for a value with the shape of a deployment, whatever is wrong with its fields. */
export function looksLikeDeployment(value: Record<string, unknown>): boolean {
  return 'id' in value && 'task' in value && ('sha' in value || 'ref' in value);
}

/** True for a value with the shape of a deployment's status. */
export function looksLikeStatus(value: Record<string, unknown>): boolean {
  return 'state' in value && 'deployment_url' in value;
}

/** The status that counts: of what was replaced by a later deployment the one before that. */
export function shownStatus(told: readonly Status[]): Status | undefined {
  return told.find(({ state }) => word(state) !== 'inactive') ?? told[0];
}

/**
 * A deployment with its statuses, the newest first. One without a status is queued. `inactive` means
 * that a later one took its place: what it was before stays, else it is unknown.
 */
export function rowOf(found: Deployment, place: Place) {
  const shown = shownStatus(found.statuses ?? []);
  const row: Omit<NormalisedDeployment, 'externalId'> = {
    kind: 'deployment',
    status: shown === undefined ? 'queued' : statusOf(shown),
    warnings: false,
    rawStatus: storable(shown?.state),
    rawResult: null,
    url: shown === undefined ? null : addressOf(shown, place),
    attempt: 1,
    application: repositoryIn(found.repository_url),
    environment: storable(shown?.environment || found.environment),
    version: storable(found.ref),
    commit: storable(found.sha) ?? '',
    branch: storable(found.ref),
    runId: null,
    note: storable(shown?.description || found.description) ?? '',
    createdAt: place.date('created_at', found.created_at),
    startedAt: place.date('created_at', found.created_at),
    ...endOf(shown, place),
  };
  return { row, shown };
}

/** Statuses alone: each is a row, since each is a thing that happened. */
export const deploymentStatuses: AnswerKind = {
  kinds: ['deployment-statuses', 'deployment-status'],
  listAt: [],
  isRow: looksLikeStatus,
  read(value, place, all): NormalisedRow[] {
    const found = shaped(status, value, place, 'the status');
    if (found === null) return [];
    const url = storable(found.deployment_url) ?? '';
    const shown = word(found.state) === 'inactive' ? (before(found, all) ?? found) : found;
    const deploymentId = deploymentIn(url) ?? '0';
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

/** The number of the deployment in the address of it; null where it is none. */
export function deploymentIn(url: string | null | undefined): string | null {
  return /\/deployments\/(\d+)/.exec(url ?? '')?.[1] ?? null;
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
