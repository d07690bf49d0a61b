import type { Handlers } from '#core/context.ts';
import { normalise } from '#core/sync/entry.ts';
import { importFile } from './import-file.ts';
import { listRuns } from './read-runs.ts';
import { listImports, takeBackImport } from './take-back.ts';

type Names =
  | 'pipelines.normalise'
  | 'pipelines.importFile'
  | 'pipelines.list'
  | 'pipelines.imports'
  | 'pipelines.takeBack';

export const pipelines: Handlers<Names> = {
  'pipelines.normalise': ({ provider, kind, payload }) => normalise(provider, kind, payload),
  'pipelines.importFile': (input, context) => importFile(input, context),
  'pipelines.list': (input, { store }) => listRuns(store, input),
  'pipelines.imports': ({ connectionId }, { store }) => listImports(store, connectionId),
  'pipelines.takeBack': (input, context) => takeBackImport(input, context),
};
