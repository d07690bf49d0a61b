import { z } from 'zod';
import { instant } from '../primitives.ts';
import { normalisedRun, runStatus } from './pipelines.ts';

/** Systems whose answers can be read, by API or from an exported file. */
export const sources = [
  'github',
  'gitlab',
  'jenkins',
  'azure-devops',
  'argo-cd',
  'octopus',
  'kubernetes',
  'oci',
  'nexus',
  'artifactory',
  'github-packages',
  'prometheus',
  'alertmanager',
  'jira',
  'github-issues',
  'gitlab-issues',
] as const;
export const source = z.enum(sources);
export type Source = z.infer<typeof source>;

/** The provider's own key of a row, unique within one connection. */
const externalId = z.string().min(1).max(600);

/** What every row with a status says of it: the mapped one, and the words it was mapped from. */
const told = {
  externalId,
  status: runStatus,
  /** It went through, but not without complaint; says something beside succeeded and running only. */
  warnings: z.boolean(),
  rawStatus: z.string().nullable(),
  rawResult: z.string().nullable(),
  url: z.string().nullable(),
} as const;

const times = {
  createdAt: instant.nullable(),
  startedAt: instant.nullable(),
  updatedAt: instant.nullable(),
  finishedAt: instant.nullable(),
} as const;

/** A part of a run: job, stage, check. */
export const normalisedJob = z.strictObject({
  kind: z.literal('job'),
  ...told,
  /** `externalId` of its run, or null where the answer does not name it. */
  runId: z.string().nullable(),
  attempt: z.number().int().min(1),
  name: z.string(),
  stage: z.string(),
  /** Why it stands where it does, in the provider's words; empty when it says nothing. */
  note: z.string(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});

/** Something was brought to an environment, or is being. */
export const normalisedDeployment = z.strictObject({
  kind: z.literal('deployment'),
  ...told,
  attempt: z.number().int().min(1),
  /** What was deployed, as the provider calls it: repository, project, application. */
  application: z.string(),
  environment: z.string().nullable(),
  version: z.string().nullable(),
  commit: z.string(),
  branch: z.string().nullable(),
  /** `externalId` of the run that did it, where the answer names it. */
  runId: z.string().nullable(),
  note: z.string(),
  ...times,
});

/** Where something that runs stands now: an application of Argo CD, a workload of Kubernetes. */
export const normalisedRollout = z.strictObject({
  kind: z.literal('rollout'),
  ...told,
  /** `Application`, `Deployment`, `StatefulSet`, … */
  objectKind: z.string(),
  name: z.string(),
  namespace: z.string(),
  /** Where it runs, when the answer says so: cluster or server. */
  environment: z.string().nullable(),
  revision: z.string().nullable(),
  images: z.array(z.string()),
  note: z.string(),
  updatedAt: instant.nullable(),
});
export type NormalisedRollout = z.infer<typeof normalisedRollout>;

/** A version of something in a repository of artefacts. It is there, and has no status. */
export const normalisedArtefact = z.strictObject({
  kind: z.literal('artefact'),
  externalId,
  repository: z.string(),
  name: z.string(),
  version: z.string(),
  digest: z.string().nullable(),
  publishedAt: instant.nullable(),
  /** Bytes. */
  size: z.number().int().nonnegative().nullable(),
  url: z.string().nullable(),
});
export type NormalisedArtefact = z.infer<typeof normalisedArtefact>;

const labels = z.record(z.string(), z.string());

/** An alert, or a rule that raises some. */
export const normalisedAlert = z.strictObject({
  kind: z.literal('alert'),
  ...told,
  name: z.string(),
  labels,
  note: z.string(),
  startedAt: instant.nullable(),
  updatedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type NormalisedAlert = z.infer<typeof normalisedAlert>;

/** One value of a query: what a metric check is held against. No sample is no data, not a zero. */
export const normalisedSample = z.strictObject({
  kind: z.literal('sample'),
  externalId,
  labels,
  at: instant.nullable(),
  /** Null where the provider gives no number: NaN, infinite, a histogram. */
  value: z.number().nullable(),
  rawValue: z.string(),
});
export type NormalisedSample = z.infer<typeof normalisedSample>;

/** An issue of a tracker. */
export const normalisedTicket = z.strictObject({
  kind: z.literal('ticket'),
  ...told,
  /** As people write it: `PAY-12`, `#12`. */
  key: z.string(),
  title: z.string(),
  type: z.string(),
  priority: z.string().nullable(),
  assignee: z.string().nullable(),
  labels: z.array(z.string()),
  /** Fix versions or the milestone. */
  releases: z.array(z.string()),
  ...times,
});
export type NormalisedTicket = z.infer<typeof normalisedTicket>;

export const normalisedRow = z.discriminatedUnion('kind', [
  normalisedRun,
  normalisedJob,
  normalisedDeployment,
  normalisedRollout,
  normalisedArtefact,
  normalisedAlert,
  normalisedSample,
  normalisedTicket,
]);
export type NormalisedRow = z.infer<typeof normalisedRow>;

/** What is as it is now, and can go: of the feeds that have no attempts. */
export type NormalisedThing =
  NormalisedRollout | NormalisedArtefact | NormalisedTicket | NormalisedAlert;
