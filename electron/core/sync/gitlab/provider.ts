import type { Provider, Source } from '../provider.ts';
import { readRunsFile, type FileReading } from '../reading/read-file.ts';
import { deploymentsIn, isDeployment } from './deployments.ts';
import { deploymentSource } from './list-deployments.ts';
import { getRun, listRuns } from './list.ts';
import { isPipeline, runsIn, workflow } from './pipelines.ts';
import { reachProject } from './reach.ts';
import { openGitlab, placeOf } from './source.ts';

const exported: FileReading = {
  listName: '',
  isRow: isPipeline,
  read: runsIn,
  deployments: { isRow: isDeployment, read: deploymentsIn },
  expected:
    'pipelines or deployments of GitLab (export them with: glab api --paginate "projects/GROUP%2FPROJECT/pipelines?per_page=100" > pipelines.json)',
};

/** GitLab CI, on gitlab.com or on a server of one's own. */
export const gitlab: Provider = {
  called: 'GitLab',
  check: placeOf,
  runs: { list: listRuns, get: getRun },
  deployments: deploymentSource,
  async test(source: Source) {
    const { name, notes } = await reachProject(openGitlab(source), 'pipelines');
    return { repository: name, workflows: [{ workflow, name: 'Pipeline' }], notes };
  },
  readFile: (chunks, options) => readRunsFile(exported, chunks, options),
};
