import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { isRecord } from '../record.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankDeployment, isOver, keyFrom } from '../reading/blank-rows.ts';
import { flag, text } from '../reading/fields.ts';
import { placeAt, storable, type Place } from '../reading/place.ts';
import { readDeployment } from './deployments.ts';
import { nameOf } from './names.ts';
import { taskStatus } from './status.ts';
import { octopusId } from './tasks.ts';

const item = z.object({
  Id: octopusId,
  SpaceId: text,
  ProjectId: text,
  EnvironmentId: text,
  TaskId: text,
  ReleaseVersion: text,
  State: text,
  Created: text,
  QueueTime: text,
  StartTime: text,
  CompletedTime: text,
  ErrorMessage: text,
  IsCompleted: flag,
  HasPendingInterruptions: flag,
  HasWarningsOrErrors: flag,
});

/** Deployments with the state of their task, as the dashboard and a progression tell them. */
export const dashboard: AnswerKind = {
  kinds: ['dashboard'],
  listAt: ['Items'],
  namedAt: ['Projects', 'Environments'],
  isRow: (value) => 'State' in value && 'ReleaseVersion' in value,
  read: readItem,
};

type Things = readonly Record<string, unknown>[];

function readItem(value: Record<string, unknown>, place: Place, all: Things): NormalisedRow[] {
  const found = shaped(item, value, place, 'the deployment');
  if (found === null) return [];
  const externalId = keyFrom(place, found.SpaceId, found.TaskId || found.Id);
  if (externalId === null) return [];
  const mapped = taskStatus(found);
  return [
    {
      ...blankDeployment,
      ...mapped,
      externalId,
      application: nameOf(all, found.ProjectId) ?? '',
      environment: nameOf(all, found.EnvironmentId),
      version: storable(found.ReleaseVersion),
      rawStatus: storable(found.State),
      runId: found.TaskId ? externalId : null,
      note: storable(found.ErrorMessage) ?? '',
      createdAt: place.date('Created', found.Created || found.QueueTime),
      startedAt: place.date('StartTime', found.StartTime),
      finishedAt: isOver(mapped.status) ? place.date('CompletedTime', found.CompletedTime) : null,
    },
  ];
}

/**
 * How far releases came: a project's tells the deployments of a release by environment, a release's
 * by phase, each with its task.
 */
export const progression: AnswerKind = {
  kinds: ['progression'],
  listAt: ['Releases', 'Phases'],
  namedAt: ['Environments'],
  isRow: (value) => 'Deployments' in value && ('Release' in value || 'Progress' in value),
  read(value, place, all) {
    const told = value['Deployments'];
    if (told === null || told === undefined) return [];
    if (Array.isArray(told)) return readAll(told, 'Deployments', place, all);
    if (isRecord(told)) {
      return Object.entries(told).flatMap(([environment, list]) =>
        Array.isArray(list)
          ? readAll(list, `Deployments.${environment.slice(0, 60)}`, place, all)
          : [],
      );
    }
    place.warn('Deployments', 'expected a list, or lists by environment');
    return [];
  },
};

function readAll(list: readonly unknown[], at: string, place: Place, all: Things): NormalisedRow[] {
  return list.flatMap((each, n) => {
    const here = placeAt(`${place.at}.${at}[${n}]`, place.warnings);
    if (!isRecord(each)) {
      here.warn('', 'expected a deployment');
      return [];
    }
    const inner = each['Deployment'];
    return isRecord(inner)
      ? readDeployment(inner, each['Task'], here, all)
      : readItem(each, here, all);
  });
}
