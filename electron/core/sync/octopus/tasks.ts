import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankRun, isOver, keyFrom } from '../reading/blank-rows.ts';
import { flag, text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { taskStatus } from './status.ts';

/** `ServerTasks-1`, `Deployments-1`, … */
export const octopusId = z.string().min(1).max(150);

export const task = z.object({
  Id: octopusId,
  SpaceId: text,
  ProjectId: text,
  Name: text,
  Description: text,
  State: text,
  QueueTime: text,
  StartTime: text,
  LastUpdatedTime: text,
  CompletedTime: text,
  ErrorMessage: text,
  IsCompleted: flag,
  HasPendingInterruptions: flag,
  HasWarningsOrErrors: flag,
});

export const tasks: AnswerKind = {
  kinds: ['tasks', 'task'],
  listAt: ['Items'],
  isRow: (value) => 'State' in value && 'Id' in value,
  read(value, place) {
    const found = shaped(task, value, place, 'the task');
    if (found === null) return [];
    const externalId = keyFrom(place, found.SpaceId, found.Id);
    if (externalId === null) return [];
    const mapped = taskStatus(found);
    return [
      {
        ...blankRun,
        ...mapped,
        externalId,
        workflow: storable(found.ProjectId || found.Name) ?? '',
        workflowName: storable(found.Name) ?? '',
        title: storable(found.Description) ?? '',
        rawStatus: storable(found.State),
        createdAt: place.date('QueueTime', found.QueueTime),
        startedAt: place.date('StartTime', found.StartTime),
        updatedAt: place.date('LastUpdatedTime', found.LastUpdatedTime),
        finishedAt: isOver(mapped.status) ? place.date('CompletedTime', found.CompletedTime) : null,
      },
    ];
  },
};
