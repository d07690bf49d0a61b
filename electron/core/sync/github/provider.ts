import type { Provider } from '../provider.ts';
import { getRun } from './get-run.ts';
import { deploymentSource } from './list-deployments.ts';
import { listRuns } from './list-runs.ts';
import { listWorkflows } from './list-workflows.ts';
import { readRunsFile } from './read-file.ts';
import { placeOf } from './source.ts';
import { testConnection } from './test-connection.ts';

/** GitHub Actions, on github.com or on a server of one's own. */
export const github: Provider = {
  called: 'GitHub',
  check: placeOf,
  runs: { list: listRuns, get: getRun },
  deployments: deploymentSource,
  async test(source) {
    const { repository, notes } = await testConnection(source);
    const workflows = await listWorkflows(source);
    return {
      repository,
      notes,
      workflows: workflows.map(({ path, name }) => ({ workflow: path, name })),
    };
  },
  readFile: readRunsFile,
};
