import type { z } from 'zod';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type {
  normalisedDeployment,
  normalisedJob,
  normalisedRollout,
} from '#shared/model/delivery/rows.ts';
import type { normalisedRun } from '#shared/model/delivery/pipelines.ts';
import type { Place } from './place.ts';

export type MappedStatus = { status: RunStatus; warnings: boolean };

type Blank<T extends z.ZodType> = Omit<z.infer<T>, 'externalId' | 'status'>;

const told = { warnings: false, rawStatus: null, rawResult: null, url: null } as const;
const times = { createdAt: null, startedAt: null, updatedAt: null, finishedAt: null } as const;

/** Rows that say nothing yet: a reader writes over what its provider tells. */
export const blankRun: Blank<typeof normalisedRun> = {
  kind: 'run',
  ...told,
  ...times,
  attempt: 1,
  number: null,
  workflow: '',
  workflowName: '',
  title: '',
  commit: '',
  branch: null,
  event: '',
};

export const blankJob: Blank<typeof normalisedJob> = {
  kind: 'job',
  ...told,
  runId: null,
  attempt: 1,
  name: '',
  stage: '',
  note: '',
  startedAt: null,
  finishedAt: null,
};

export const blankDeployment: Blank<typeof normalisedDeployment> = {
  kind: 'deployment',
  ...told,
  ...times,
  attempt: 1,
  application: '',
  environment: null,
  version: null,
  commit: '',
  branch: null,
  runId: null,
  note: '',
};

export const blankRollout: Blank<typeof normalisedRollout> = {
  kind: 'rollout',
  ...told,
  objectKind: '',
  name: '',
  namespace: '',
  environment: null,
  revision: null,
  images: [],
  note: '',
  updatedAt: null,
};

/** As long as the shortest column of keys takes. */
const longestKey = 300;

/** The parts that are there joined into a key; null with a warning when none fits. */
export function keyFrom(
  place: Place,
  ...parts: readonly (string | number | null | undefined)[]
): string | null {
  const told = parts.map((part) => String(part ?? '').toWellFormed()).filter((part) => part !== '');
  const key = told.join('/');
  if (key !== '' && key.length <= longestKey) return key;
  place.warn('', key === '' ? 'has nothing to know it by; left out' : tooLong);
  return null;
}

const tooLong = `its names together are longer than ${longestKey} characters; left out`;

const over: readonly RunStatus[] = ['succeeded', 'failed', 'cancelled', 'skipped'];

export function isOver(status: RunStatus): boolean {
  return over.includes(status);
}
