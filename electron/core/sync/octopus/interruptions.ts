import { z } from 'zod';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankJob, keyFrom } from '../reading/blank-rows.ts';
import { flag, text } from '../reading/fields.ts';
import { storable } from '../reading/place.ts';
import { octopusId } from './tasks.ts';

const interruption = z.object({
  Id: octopusId,
  SpaceId: text,
  TaskId: text,
  Type: text,
  Title: text,
  IsPending: flag,
  Created: text,
});

/** What a task asks of people. How it was answered is not said: only that it waits or does not. */
export const interruptions: AnswerKind = {
  kinds: ['interruptions', 'interruption'],
  listAt: ['Items'],
  isRow: (value) => 'IsPending' in value && 'Type' in value,
  read(value, place) {
    const found = shaped(interruption, value, place, 'the interruption');
    if (found === null) return [];
    const externalId = keyFrom(place, found.SpaceId, found.Id);
    if (externalId === null) return [];
    const runId = found.TaskId ? keyFrom(place, found.SpaceId, found.TaskId) : null;
    return [
      {
        ...blankJob,
        externalId,
        status: found.IsPending === true ? 'needs-approval' : 'unknown',
        rawStatus: storable(found.Type),
        runId,
        name: storable(found.Title) ?? '',
        note: storable(found.Title) ?? '',
        startedAt: place.date('Created', found.Created),
      },
    ];
  },
};
