import { z } from 'zod';
import type { NormalisedRow } from '#shared/model/delivery/rows.ts';
import { shaped, type AnswerKind } from '../reading/answer-kinds.ts';
import { blankJob, blankRun, isOver, keyFrom } from '../reading/blank-rows.ts';
import { milliseconds, numericId, numberOf, text } from '../reading/fields.ts';
import { placeAt, storable } from '../reading/place.ts';
import { jobPathIn } from './job-path.ts';
import { stageStatus } from './status.ts';

const links = z.object({ self: z.object({ href: text }).nullish() }).nullish();

const stage = z.object({
  id: z.union([z.string().min(1).max(100), z.int()]),
  name: text,
  status: text,
  startTimeMillis: milliseconds,
  durationMillis: milliseconds,
});

const stageRun = z.object({
  _links: links,
  id: numericId,
  name: text,
  status: text,
  startTimeMillis: milliseconds,
  endTimeMillis: milliseconds,
  stages: z.array(z.unknown()).nullish(),
});

/** Runs as the stage view tells them: one run, and a job for each of its stages. */
export const stages: AnswerKind = {
  kinds: ['wfapi-runs', 'wfapi-describe'],
  listAt: [],
  isRow: (value) => 'status' in value && ('stages' in value || 'startTimeMillis' in value),
  read(value, place) {
    const found = shaped(stageRun, value, place, 'the run');
    if (found === null) return [];
    const job = jobPathIn(found._links?.self?.href)?.job ?? '';
    const externalId = keyFrom(place, job, found.id);
    if (externalId === null) return [];
    const mapped = stageStatus(found.status);
    const startedAt = place.date('startTimeMillis', found.startTimeMillis);
    const run: NormalisedRow = {
      ...blankRun,
      ...mapped,
      externalId,
      number: numberIn(found.id),
      workflow: job,
      workflowName: job,
      title: storable(found.name) ?? '',
      rawStatus: storable(found.status),
      createdAt: startedAt,
      startedAt,
      finishedAt: isOver(mapped.status) ? place.date('endTimeMillis', found.endTimeMillis) : null,
    };
    const parts = (found.stages ?? []).flatMap((raw, n): NormalisedRow[] => {
      const here = placeAt(`${place.at}.stages[${n}]`, place.warnings);
      const part = shaped(stage, raw, here, 'the stage');
      const key = part === null ? null : keyFrom(here, externalId, 'stage', part.id);
      if (part === null || key === null) return [];
      const mappedPart = stageStatus(part.status);
      const start = part.startTimeMillis ?? null;
      const end = start !== null && part.durationMillis ? start + part.durationMillis : null;
      return [
        {
          ...blankJob,
          ...mappedPart,
          externalId: key,
          runId: externalId,
          name: storable(part.name) ?? '',
          stage: storable(part.name) ?? '',
          rawStatus: storable(part.status),
          startedAt: here.date('startTimeMillis', start),
          finishedAt: isOver(mappedPart.status) ? here.date('durationMillis', end) : null,
        },
      ];
    });
    return [run, ...parts];
  },
};

function numberIn(id: string | number): number | null {
  const number = numberOf(id);
  return Number.isSafeInteger(number) ? number : null;
}
