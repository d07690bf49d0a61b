import { z } from 'zod';
import { id, instant, rev, shortText } from '#shared/model/primitives.ts';
import {
  connection,
  connectionState,
  environmentMapping,
  importCounts,
  provider,
  serviceMapping,
  workflowMapping,
} from '#shared/model/delivery/pipelines.ts';
import { command, query } from '../procedure.ts';
import { progressId } from '../workspace/progress.ts';

/** Write-only: it goes to the secret store of the host and never into the workspace or an answer. Of Jenkins `user:token`. */
const token = z.string().trim().min(1, 'is empty').max(4000).optional();

const baseUrl = z
  .string()
  .trim()
  .max(500)
  .regex(/^https?:\/\//, 'expected an address that starts with https:// or http://');

/** Each provider says more closely what it takes, before anything is sent. */
const repository = z
  .string()
  .trim()
  .max(2000)
  .regex(/^\P{Cc}*$/u, 'has a character that cannot be seen; type it again');

const view = connection.extend({
  state: connectionState,
  /** True when a token is at hand for this session. */
  hasToken: z.boolean(),
});
export type ConnectionView = z.infer<typeof view>;

const providerName = z.strictObject({
  name: z.string(),
  /** How many things are called so. */
  deployments: z.number().int(),
  rollouts: z.number().int(),
  artefacts: z.number().int(),
  /** That have it as a label. */
  alerts: z.number().int(),
  serviceId: id.nullable(),
  /** The service that is called the same, or as the last part of the name. */
  suggestedId: id.nullable(),
});
export type ProviderName = z.infer<typeof providerName>;

export const connections = {
  'connections.list': query({
    about: 'Lists the connections with how old their facts are and how the last sync went.',
    input: z.strictObject({}),
    output: z.array(view),
    topics: ['connections', 'device'],
  }),
  'connections.save': command({
    about: 'Adds a connection (without id) or changes one; a token given here is kept by the host.',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      /** Absent keeps that of the connection; a new one is of GitHub. */
      provider: provider.optional(),
      name: shortText,
      baseUrl,
      repository,
      workflows: z.array(workflowMapping).max(200).default([]),
      /** Absent leaves them as they are. */
      environments: z
        .array(environmentMapping)
        .max(500)
        .refine(
          (mapping) => new Set(mapping.map(({ name }) => name)).size === mapping.length,
          'maps an environment of the provider twice; keep one of the two',
        )
        .optional(),
      /** Absent leaves them as they are. */
      services: z
        .array(serviceMapping)
        .max(2000)
        .refine(
          (mapping) => new Set(mapping.map(({ name }) => name)).size === mapping.length,
          'maps a name of the provider twice; keep one of the two',
        )
        .optional(),
      token,
    }),
    output: view,
    topics: ['connections', 'gates'],
  }),
  'connections.names': query({
    about:
      'Lists what a connection’s deployments, roll-outs and artefacts are called there, or which labels its alerts have, with the service each is or may be.',
    input: z.strictObject({ connectionId: id }),
    output: z.array(providerName),
    topics: ['pipelines', 'connections', 'services'],
  }),
  'connections.test': query({
    about: 'Asks the provider whether the address, the repository and the token work.',
    input: z.strictObject({
      id: id.optional(),
      provider: provider.optional(),
      baseUrl: baseUrl.optional(),
      repository: repository.optional(),
      token,
    }),
    output: z.strictObject({
      repository: z.string(),
      workflows: z.array(z.strictObject({ workflow: z.string(), name: z.string() })),
      notes: z.array(z.string()),
    }),
    topics: [],
  }),
  'connections.sync': command({
    about: 'Imports what changed at the provider since the last sync.',
    input: z.strictObject({
      id,
      progressId,
      /** Used for this sync and forgotten; without it the kept one is used. */
      token,
    }),
    output: importCounts.extend({ asOf: instant }),
    topics: ['connections', 'pipelines', 'gates', 'releases'],
  }),
};
