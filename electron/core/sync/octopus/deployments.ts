import { z } from 'zod';
import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankDeployment, isOver, keyFrom } from '../reading/blank-rows.ts';
import { text } from '../reading/fields.ts';
import { placeAt, storable, type Place } from '../reading/place.ts';
import { nameOf, thingOf, versionOf } from './names.ts';
import { taskStatus } from './status.ts';
import { octopusId, task } from './tasks.ts';

const buildInformation = z.object({ VcsCommitNumber: text, Branch: text });

const deployment = z.object({
  Id: octopusId,
  SpaceId: text,
  TaskId: text,
  ReleaseId: text,
  EnvironmentId: text,
  ProjectId: text,
  TenantId: text,
  Name: text,
  Created: text,
  Changes: z
    .array(z.object({ Version: text, BuildInformation: z.array(buildInformation).nullish() }))
    .nullish(),
});
type Deployment = z.infer<typeof deployment>;

export const deployments: AnswerKind = {
  kinds: ['deployments', 'deployment'],
  listAt: ['Items'],
  isRow: isDeployment,
  read(value, place, all) {
    // The pages of tasks, projects, environments and releases beside it: they are said with those.
    if (!isDeployment(value) && isNamed(value['Id'])) return [];
    return readDeployment(value, value['Task'] ?? value['task'], place, all);
  },
};

function isDeployment(value: Record<string, unknown>): boolean {
  return 'TaskId' in value && 'ReleaseId' in value && !('State' in value);
}

/** `Projects-7`; what begins with `Deployments-` and is none lacks something, which is said. */
function isNamed(id: unknown): boolean {
  return typeof id === 'string' && /^(?!Deployments-)[A-Z][A-Za-z]*-\d+$/.test(id);
}

/** What is kept of a list of deployments; `all` are the things they name. */
export function deploymentsIn(
  list: readonly unknown[],
  all: readonly Record<string, unknown>[],
  placeOf = (n: number) => `Items[${n}]`,
) {
  const warnings: ImportWarning[] = [];
  const rows = list.flatMap((raw, n): NormalisedDeployment[] => {
    const place = placeAt(placeOf(n), warnings);
    if (isRecord(raw)) return readDeployment(raw, undefined, place, all);
    place.warn('', `expected a deployment, found ${kindOfValue(raw)}`);
    return [];
  });
  return { rows, warnings };
}

/**
 * A deployment has no state of its own: its task has. The task is put beside it (`Task`), or stands
 * among the other things of the answer; without one nothing is known.
 */
export function readDeployment(
  value: Record<string, unknown>,
  beside: unknown,
  place: Place,
  all: readonly Record<string, unknown>[],
): NormalisedDeployment[] {
  const found = shaped(deployment, value, place, 'the deployment');
  if (found === null) return [];
  const externalId = keyFrom(place, found.SpaceId, found.TaskId || found.Id);
  if (externalId === null) return [];
  const raw = isRecord(beside) ? beside : thingOf(all, found.TaskId);
  const told = task.partial().safeParse(raw).data;
  if (told === undefined) {
    const id = storable(found.TaskId) ?? '';
    place.warn('', `its task ${id.slice(0, 60)} is not in the answer, so its status is unknown`);
  }
  const mapped = told === undefined ? unknown : taskStatus(told);
  const version = versionOf(all, found.ReleaseId);
  return [
    {
      ...blankDeployment,
      ...mapped,
      ...builtFrom(found, version),
      externalId,
      application: nameOf(all, found.ProjectId) ?? '',
      environment: nameOf(all, found.EnvironmentId),
      version: version ?? storable(found.Changes?.at(-1)?.Version ?? found.ReleaseId),
      rawStatus: storable(told?.State),
      runId: found.TaskId ? externalId : null,
      note: [tenantIn(found, all), storable(told?.ErrorMessage) ?? '']
        .filter((part) => part !== '')
        .join(': '),
      createdAt: place.date('Created', found.Created),
      startedAt: place.date('Task.StartTime', told?.StartTime),
      updatedAt: place.date('Task.LastUpdatedTime', told?.LastUpdatedTime),
      finishedAt: isOver(mapped.status)
        ? place.date('Task.CompletedTime', told?.CompletedTime)
        : null,
    },
  ];
}

const unknown = { status: 'unknown', warnings: false } as const;

/** One release is deployed to an environment for each tenant. */
function tenantIn({ TenantId: id }: Deployment, all: readonly Record<string, unknown>[]): string {
  return id ? `for ${nameOf(all, id)}` : '';
}

/** The commit of what was deployed, where all its packages were built from one. */
function builtFrom({ Changes: changes }: Deployment, version: string | null) {
  const own = changes?.find(({ Version }) => Version === version) ?? changes?.at(-1);
  const built = own?.BuildInformation ?? [];
  const commits = new Set(built.map(({ VcsCommitNumber: commit }) => commit ?? ''));
  const [commit = ''] = commits;
  if (commits.size !== 1 || !/^[0-9a-f]{40,64}$/.test(commit)) return { commit: '' };
  return { commit, branch: storable(built[0]?.Branch || null) };
}
