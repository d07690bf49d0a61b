import { z } from 'zod';
import { id, instant, rev } from '#shared/model/primitives.ts';
import { deployment, deploymentResult } from '#shared/model/planning/releases.ts';
import { runStatus } from '#shared/model/delivery/pipelines.ts';
import { providerDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { command, query } from '../procedure.ts';

const imported = providerDeployment.extend({
  connectionName: z.string(),
  /** What the provider's environment is mapped to; null where it is to none. */
  environmentId: id.nullable(),
});
export type ImportedDeployment = z.infer<typeof imported>;

const providerEnvironment = z.strictObject({
  /** The environment by the provider's name. */
  name: z.string(),
  deployments: z.number().int(),
  newestAt: instant.nullable(),
  environmentId: id.nullable(),
  /** The environment of the workspace that is called the same. */
  suggestedId: id.nullable(),
});
export type ProviderEnvironment = z.infer<typeof providerEnvironment>;

export const deployments = {
  'deployments.record': command({
    about: 'Records when a planned deployment really began and ended, and how it went.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      actualStartAt: instant,
      /** Null while it is under way; then the result is null as well. */
      actualEndAt: instant.nullable().default(null),
      result: deploymentResult.nullable().default(null),
      note: z.string().trim().max(2000).default(''),
    }),
    output: deployment,
    topics: ['releases'],
  }),
  'deployments.imported': query({
    about: 'Lists what the providers deployed, newest first: all of it, or of a connection.',
    input: z.strictObject({
      /** Only this deployment. */
      id: id.optional(),
      connectionId: id.optional(),
      /** By the provider's name. */
      environment: z.string().max(10_000).optional(),
      status: runStatus.optional(),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ deployments: z.array(imported), total: z.number().int() }),
    topics: ['pipelines', 'connections', 'environments'],
  }),
  'deployments.environments': query({
    about:
      'Lists the environments a connection’s deployments and roll-outs name, with what each is mapped to or may be.',
    input: z.strictObject({ connectionId: id }),
    output: z.array(providerEnvironment),
    topics: ['pipelines', 'connections', 'environments'],
  }),
};
