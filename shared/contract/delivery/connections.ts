import { z } from 'zod';
import { id, instant, rev, shortText } from '#shared/model/primitives.ts';
import {
  connection,
  connectionState,
  environmentMapping,
  importCounts,
  provider,
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
});
export type ConnectionView = z.infer<typeof view>;

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
      token,
    }),
    output: view,
    topics: ['connections', 'gates'],
  }),
  'connections.test': query({
    about: 'Asks the provider whether the address, the repository and the token work.',
    input: z.strictObject({
      id: id.optional(),
      provider: provider.optional(),
      baseUrl: baseUrl.optional(),
      repository: repository.optional(),
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
};
