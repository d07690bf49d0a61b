import { z } from 'zod';
import { id, instant } from '../primitives.ts';
import { environmentKind } from '../workspace/services.ts';
import { importedFrom } from './matrix.ts';
import { runStatus } from './pipelines.ts';

/** Where a step stands. `ahead` has not come yet; `unknown` is told by nobody. */
export const stepStandings = ['passed', 'failed', 'running', 'ahead', 'unknown'] as const;
export const stepStanding = z.enum(stepStandings);
export type StepStanding = z.infer<typeof stepStanding>;

const step = { standing: stepStanding, why: z.string() };

/** The newest attempt of a run of the component's commit. */
export const pathRun = z.strictObject({
  id,
  connectionId: id,
  name: z.string(),
  attempt: z.number().int(),
  status: runStatus,
  url: z.string().nullable(),
});
export type PathRun = z.infer<typeof pathRun>;

export const pathArtefact = z.strictObject({
  id,
  connectionId: id,
  connection: z.string(),
  name: z.string(),
  version: z.string(),
  digest: z.string().nullable(),
  publishedAt: instant.nullable(),
  gone: z.boolean(),
  url: z.string().nullable(),
});
export type PathArtefact = z.infer<typeof pathArtefact>;

export const pathPlace = z.strictObject({
  ...step,
  environmentId: id,
  environment: z.string(),
  kind: environmentKind,
  /** When it came there, failed there or began; of one that is ahead, when it is planned. */
  at: instant.nullable(),
  /** What told it; null of what was recorded by hand, and of what is ahead. */
  imported: importedFrom.nullable(),
});
export type PathPlace = z.infer<typeof pathPlace>;

/** How far one component of a release has come: commit, build, artefact, environments. */
export const pathComponent = z.strictObject({
  serviceId: id,
  service: z.string(),
  version: z.string(),
  commit: z.string().nullable(),
  build: z.strictObject({ ...step, runs: z.array(pathRun) }),
  artefact: z.strictObject({ ...step, found: z.array(pathArtefact) }),
  places: z.array(pathPlace),
});
export type PathComponent = z.infer<typeof pathComponent>;
