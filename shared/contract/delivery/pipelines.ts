import { z } from 'zod';
import { givenFile } from '#shared/model/given-file.ts';
import { id, instant } from '#shared/model/primitives.ts';
import {
  importCounts,
  importWarning,
  pipelineRun,
  runStatus,
} from '#shared/model/delivery/pipelines.ts';
import { normalisedRow, source } from '#shared/model/delivery/rows.ts';
import { command, query } from '../procedure.ts';
import { progressId } from '../workspace/progress.ts';

const runView = pipelineRun.extend({
  /** A later attempt of the same run exists; kept because decisions may rest on this one. */
  superseded: z.boolean(),
});
export type RunView = z.infer<typeof runView>;

export const pipelines = {
  'pipelines.normalise': query({
    about:
      'Maps a recorded answer of a provider to rows, without a server and without storing them.',
    input: z.strictObject({
      provider: source,
      /** What the answer is, `workflow-runs`; absent lets its shape tell. */
      kind: z.string().max(60).optional(),
      payload: z.json(),
    }),
    output: z.strictObject({ rows: z.array(normalisedRow), warnings: z.array(importWarning) }),
    topics: [],
  }),
  'pipelines.importFile': command({
    about:
      'Imports runs or deployments from an exported JSON file, with the same result as a sync of the same ones.',
    input: z.strictObject({
      connectionId: id,
      file: givenFile,
      /** When the file was exported; absent takes its modification time. Gates say "as of" it. */
      exportedAt: instant.optional(),
      progressId,
    }),
    output: importCounts.extend({ asOf: instant }),
    topics: ['connections', 'pipelines', 'gates', 'releases'],
  }),
  'pipelines.list': query({
    about:
      'Lists pipeline runs, newest first: all of them, of a connection, or of a release’s commits.',
    input: z.strictObject({
      /** Only this run. */
      id: id.optional(),
      connectionId: id.optional(),
      releaseId: id.optional(),
      status: runStatus.optional(),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ runs: z.array(runView), total: z.number().int() }),
    topics: ['pipelines', 'releases'],
  }),
  'pipelines.imports': query({
    about: 'Lists what was imported for a connection, by sync or from files, the newest first.',
    input: z.strictObject({ connectionId: id }),
    output: z.array(
      z.strictObject({
        id,
        source: z.enum(['sync', 'file']),
        /** The repository, or the name of the file. */
        name: z.string(),
        asOf: instant,
        at: instant,
        byId: id.nullable(),
        added: z.number().int(),
        updated: z.number().int(),
        takenBackAt: instant.nullable(),
      }),
    ),
    topics: ['pipelines'],
  }),
  'pipelines.takeBack': command({
    about:
      'Takes an import back whole: the rows it brought go, those it changed are as they were before.',
    input: z.strictObject({ id }),
    output: z.strictObject({ removed: z.number().int(), restored: z.number().int() }),
    topics: ['connections', 'pipelines', 'gates', 'releases'],
  }),
};
