import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankDeployment, isOver, keyFrom } from '../reading/blank-rows.ts';
import { text } from '../reading/fields.ts';
import { storable, type Place } from '../reading/place.ts';
import { taskStatus } from './status.ts';
import { octopusId, task } from './tasks.ts';

const deployment = z.object({
  Id: octopusId,
  SpaceId: text,
  TaskId: text,
  ReleaseId: text,
  EnvironmentId: text,
  ProjectId: text,
  Name: text,
  Created: text,
  Changes: z.array(z.object({ Version: text })).nullish(),
});

export const deployments: AnswerKind = {
  kinds: ['deployments', 'deployment'],
  listAt: ['Items'],
  isRow: (value) => 'TaskId' in value && 'ReleaseId' in value && !('State' in value),
  read(value, place, all) {
    // The page of tasks beside that of the deployments: they are said with those.
    if ('State' in value && !('ReleaseId' in value)) return [];
    return readDeployment(value, value['Task'] ?? value['task'], place, all);
  },
};

/**
 * A deployment has no state of its own: its task has. The task is put beside it (`Task`), or stands
 * among the other things of the answer; without one nothing is known.
 */
export function readDeployment(
  value: Record<string, unknown>,
  beside: unknown,
  place: Place,
  all: readonly Record<string, unknown>[],
): NormalisedRow[] {
  const found = shaped(deployment, value, place, 'the deployment');
  if (found === null) return [];
  const externalId = keyFrom(place, found.SpaceId, found.TaskId || found.Id);
  if (externalId === null) return [];
  const raw = isRecord(beside) ? beside : all.find(({ Id, State }) => isTaskOf(found, Id, State));
  const told = task.partial().safeParse(raw).data;
  if (told === undefined) {
    const id = storable(found.TaskId) ?? '';
    place.warn('', `its task ${id.slice(0, 60)} is not in the answer, so its status is unknown`);
  }
  const mapped = told === undefined ? unknown : taskStatus(told);
  return [
    {
      ...blankDeployment,
      ...mapped,
      externalId,
      application: storable(found.ProjectId) ?? '',
      environment: storable(found.EnvironmentId),
      version: storable(found.Changes?.at(-1)?.Version ?? found.ReleaseId),
      rawStatus: storable(told?.State),
      runId: found.TaskId ? externalId : null,
      note: storable(told?.ErrorMessage) ?? '',
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

function isTaskOf(found: z.infer<typeof deployment>, id: unknown, state: unknown): boolean {
  return typeof found.TaskId === 'string' && id === found.TaskId && state !== undefined;
}
