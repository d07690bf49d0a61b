import { z } from 'zod';
import { id, instant, rev, shortText } from '../primitives.ts';

/** Every provider's words are mapped to these; an unknown word is `unknown`, never `succeeded`. */
export const runStatuses = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'skipped',
  'needs-approval',
  'unknown',
] as const;
export const runStatus = z.enum(runStatuses);
export type RunStatus = z.infer<typeof runStatus>;

/** The systems a connection can be made to. */
export const providers = [
  'github',
  'gitlab',
  'jenkins',
  'azure-devops',
  'kubernetes',
  'oci',
  'nexus',
  'artifactory',
  'github-packages',
  'octopus',
  'argo-cd',
  'jira',
  'github-issues',
  'gitlab-issues',
  'prometheus',
  'alertmanager',
] as const;
export const provider = z.enum(providers);
export type Provider = z.infer<typeof provider>;

/** What a provider can tell, in the order a sync reads it. */
export const feeds = ['runs', 'deployments', 'rollouts', 'artefacts', 'tickets', 'alerts'] as const;
export type FeedName = (typeof feeds)[number];

/** A workflow of the provider and the service whose components it builds. */
export const workflowMapping = z.strictObject({
  /** The provider's path of the workflow file (`.github/workflows/build.yml`), stable when it is renamed in its title; of Jenkins the job's full name, of Azure DevOps the definition's folder and name. */
  workflow: z.string().min(1).max(300),
  serviceId: id,
  /** A required workflow must have succeeded for the gate "pipeline green" to pass. */
  required: z.boolean(),
});
export type WorkflowMapping = z.infer<typeof workflowMapping>;

/** An environment by the provider's name for it, and which of the workspace's it is. */
export const environmentMapping = z.strictObject({
  name: z.string().min(1).max(10_000),
  environmentId: id,
});
export type EnvironmentMapping = z.infer<typeof environmentMapping>;

/** What deployments, roll-outs and artefacts of a provider are called, and which service that is. */
export const serviceMapping = z.strictObject({
  /** A deployment's application, a roll-out's name, an artefact's name. */
  name: z.string().min(1).max(10_000),
  serviceId: id,
});
export type ServiceMapping = z.infer<typeof serviceMapping>;

/** A row a sync or a file could not take, with its place and the reason; never a failed import. */
export const importWarning = z.strictObject({ at: z.string(), reason: z.string() });
export type ImportWarning = z.infer<typeof importWarning>;

export const connectionState = z.strictObject({
  lastSuccessAt: instant.nullable(),
  lastTriedAt: instant.nullable(),
  lastError: z.string().nullable(),
  rateLimitedUntil: instant.nullable(),
  /** When it is synced by itself next; null where it is not, or as soon as can be. */
  nextSyncAt: instant.nullable(),
  counts: z
    .strictObject({
      added: z.number().int(),
      updated: z.number().int(),
      unchanged: z.number().int(),
      rejected: z.number().int(),
    })
    .nullable(),
  /** What of the last import was left out, with the reasons; of a great many the first. */
  warnings: z.array(importWarning),
});
export type ConnectionState = z.infer<typeof connectionState>;

export const connection = z.strictObject({
  id,
  rev,
  provider,
  name: shortText,
  /** Without a trailing slash, `https://api.github.com`. */
  baseUrl: z.string(),
  /** What is read there: `owner/name` of GitHub, `group/project` or the number of GitLab, the full name of a job of Jenkins, the project of Azure DevOps, the space or a project in it of Octopus Deploy, the project or an application of it of Argo CD, the namespace of Kubernetes, repositories of a registry, keys of projects or a JQL of Jira, the tenant of Prometheus or none. */
  repository: z.string(),
  workflows: z.array(workflowMapping),
  environments: z.array(environmentMapping),
  services: z.array(serviceMapping),
  /** How often it is synced by itself; null: only when somebody asks. */
  everyMinutes: z.number().int().nullable(),
  /** Also when somebody comes back to the window. */
  onFocus: z.boolean(),
  /** PEM certificates its server is trusted by, beside those of this machine. */
  ca: z.string().nullable(),
  /** `http://host:port`; null goes straight there. */
  proxy: z.string().nullable(),
});
export type Connection = z.infer<typeof connection>;

/** One attempt of one pipeline run, as every provider's answer is mapped to it. */
export const normalisedRun = z.strictObject({
  kind: z.literal('run'),
  /** The provider's own key, unique within one connection: repository id + run id. */
  externalId: z.string().max(300),
  attempt: z.number().int().min(1),
  number: z.number().int().nullable(),
  workflow: z.string(),
  workflowName: z.string(),
  title: z.string(),
  status: runStatus,
  warnings: z.boolean(),
  rawStatus: z.string().nullable(),
  rawResult: z.string().nullable(),
  commit: z.string(),
  branch: z.string().nullable(),
  event: z.string(),
  url: z.string().nullable(),
  createdAt: instant.nullable(),
  startedAt: instant.nullable(),
  updatedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type NormalisedRun = z.infer<typeof normalisedRun>;

export const pipelineRun = normalisedRun.omit({ kind: true }).extend({ id, connectionId: id });
export type PipelineRun = z.infer<typeof pipelineRun>;

export const importCounts = z.strictObject({
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  warnings: z.array(importWarning),
});
export type ImportCounts = z.infer<typeof importCounts>;
