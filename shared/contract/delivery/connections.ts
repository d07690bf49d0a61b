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

/** How its server is reached; null takes it away, absent leaves it as it is. */
const way = {
  ca: z.string().trim().min(1, 'is empty').max(200_000).nullable().optional(),
  proxy: z.string().trim().min(1, 'is empty').max(500).nullable().optional(),
};

/** A context of a kubeconfig on this device; without a path, of where kubectl looks for one. */
const context = z.strictObject({
  name: z.string().min(1).max(500),
  kubeconfig: z.string().trim().min(1).max(4000).nullable(),
});

const listedContext = z.strictObject({
  name: z.string(),
  /** Its API server, as the address of a connection. */
  server: z.string(),
  namespace: z.string().nullable(),
  signsIn: z.enum(['token', 'certificate', 'program', 'nothing']),
  /** What is started on this device to sign in, with its arguments; null where nothing is. */
  program: z.string().nullable(),
  /** Why it cannot be used, and what to do; null where it can. */
  trouble: z.string().nullable(),
});
export type ListedContext = z.infer<typeof listedContext>;

const view = connection.extend({
  state: connectionState,
  /** True when a token is at hand for this session. */
  hasToken: z.boolean(),
  /** The certificates in `ca`, to be checked by people; empty where there are none. */
  authorities: z.array(z.strictObject({ subject: z.string(), validTo: instant })),
  /** Why it is not synced by itself now; null where it is, or is not meant to be. */
  paused: z.string().nullable(),
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
      /** Null: only when somebody asks. Absent leaves both as they are. */
      everyMinutes: z
        .number({ error: 'is no number; give whole minutes between 5 and 10,080' })
        .int('has a fraction; give whole minutes between 5 and 10,080')
        .min(5, 'is less than 5; give whole minutes between 5 and 10,080')
        .max(10_080, 'is more than 10,080, which is a week')
        .nullable()
        .optional(),
      onFocus: z.boolean().optional(),
      ...way,
      token,
    }),
    output: view,
    topics: ['connections', 'gates'],
  }),
  'connections.remove': command({
    about:
      'Removes a connection with its mapping and its kept token; what was imported from it no longer shows or counts.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['connections', 'pipelines', 'gates', 'releases'],
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
      ...way,
      /** Absent: the one this device uses for the connection; null: none. */
      context: context.nullable().optional(),
      token,
    }),
    output: z.strictObject({
      repository: z.string(),
      workflows: z.array(z.strictObject({ workflow: z.string(), name: z.string() })),
      notes: z.array(z.string()),
    }),
    topics: [],
  }),
  'connections.contexts': query({
    about: 'Lists the contexts of a kubeconfig on this device. Nothing in it is run.',
    input: z.strictObject({
      /** Absent looks where kubectl does: KUBECONFIG, then .kube/config in the home folder. */
      kubeconfig: z.string().trim().min(1).max(4000).optional(),
    }),
    output: z.strictObject({
      files: z.array(z.string()),
      current: z.string().nullable(),
      contexts: z.array(listedContext),
    }),
    topics: ['device'],
  }),
  'connections.context': query({
    about: 'Says by which context of a kubeconfig this device reaches a connection’s cluster.',
    input: z.strictObject({ connectionId: id }),
    output: context.nullable(),
    topics: ['device', 'connections'],
  }),
  'connections.useContext': command({
    about:
      'Reaches a connection’s cluster by a context of a kubeconfig of this device (null: by its token). Kept beside the workspace.',
    input: z.strictObject({ connectionId: id, context: context.nullable() }),
    output: context.nullable(),
    topics: ['device', 'connections'],
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
  'connections.syncDue': command({
    about:
      'Syncs the connections that are due by their schedule, one after the other; a host asks for it from time to time.',
    input: z.strictObject({
      /** Somebody came back to the window. */
      focus: z.boolean().default(false),
    }),
    output: z.strictObject({
      synced: z.array(
        z.strictObject({
          id,
          /** What was in the way; null where it went through. */
          failed: z.string().nullable(),
        }),
      ),
    }),
    topics: ['connections', 'pipelines', 'gates', 'releases'],
  }),
};
