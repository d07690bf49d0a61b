import type { FileBatch, FileOptions } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { dashboard, progression } from './dashboard.ts';
import { deployments } from './deployments.ts';
import { linkOf } from './source.ts';

const howTo =
  'Export the deployments with the tasks, releases, projects and environments they name: for each of them curl -H "X-Octopus-ApiKey: KEY" "https://HOST/api/Spaces-1/deployments?take=1000" (for the tasks "tasks?name=Deploy&take=1000"), all answers put into one list with: jq -s . *.json > octopus.json';

/** Deployments as the API answers them, with what they name beside them; dashboards, too. */
export async function* readFile(
  chunks: AsyncIterable<Uint8Array>,
  options: FileOptions = {},
): AsyncGenerator<FileBatch, void, undefined> {
  const answers = [deployments, dashboard, progression];
  const file = { called: 'Octopus Deploy', answers, howTo };
  for await (const batch of readAnswersFile(file, chunks, options)) {
    const { baseUrl } = options;
    const rows = (batch.deployments ?? []).map((row) =>
      baseUrl === undefined ? row : { ...row, url: linkOf(baseUrl, row.externalId) },
    );
    yield { ...batch, deployments: rows };
  }
}
