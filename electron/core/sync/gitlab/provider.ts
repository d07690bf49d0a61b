import { z } from 'zod';
import { Refusal } from '#shared/model/refusal.ts';
import type { Provider, Source } from '../provider.ts';
import { numericId } from '../reading/fields.ts';
import { longestText } from '../reading/place.ts';
import { readRunsFile, type FileReading } from '../reading/read-file.ts';
import type { Answered } from '../reading/walk.ts';
import { deploymentsIn, isDeployment } from './deployments.ts';
import { deploymentSource } from './list-deployments.ts';
import { getRun, listRuns } from './list.ts';
import { isPipeline, runsIn, workflow } from './pipelines.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, openGitlab, placeOf, type Gitlab } from './source.ts';

const project = z.object({ id: numericId, path_with_namespace: z.string().max(longestText) });
const tokenFacts = z.object({ scopes: z.array(z.string()) });

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
    const place = openGitlab(source);
    const answer = await askOnce(place, place.root);
    const found = project.safeParse(answer.body);
    if (!found.success) throw unexpectedShape(place, 'a project', answer.body);
    const pipelines = await askOnce(place, `${place.root}/pipelines?per_page=1`);
    if (!Array.isArray(pipelines.body)) {
      throw unexpectedShape(place, 'a list of pipelines', pipelines.body);
    }
    const name = found.data.path_with_namespace;
    return {
      repository: name,
      workflows: [{ workflow, name: 'Pipeline' }],
      notes: [...renamed(place, name), ...(await onToken(place))],
    };
  },
  readFile: (chunks, options) => readRunsFile(exported, chunks, options),
};

/** Somebody waits for the answer, so it is not tried for long. */
async function askOnce(place: Gitlab, url: string): Promise<Answered> {
  const answer = await ask(place, url, { limits: { maxRetries: 1, longestWaitMs: 5000 } });
  if (answer.kind === 'ok') return answer;
  if (answer.kind === 'refused') throw refusalOf(place, answer);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  throw unexpectedShape(place, 'an answer', null);
}

function renamed({ project: typed }: Gitlab, name: string): string[] {
  const isSame = /^\d+$/.test(typed) || typed.toLowerCase() === name.toLowerCase();
  return isSame ? [] : [`The project is now called ${name}. Change the path here too`];
}

/** What the token may do beyond reading. Tokens of projects and groups do not tell, and need not. */
async function onToken(place: Gitlab): Promise<string[]> {
  if (place.credential === null) {
    return ['Without a token only public projects are seen, at a lower rate limit'];
  }
  const answer = await ask(place, `${place.api}/personal_access_tokens/self`, {
    limits: { maxRetries: 0, longestWaitMs: 0 },
  });
  const told = answer.kind === 'ok' ? tokenFacts.safeParse(answer.body) : null;
  const broad = told?.data?.scopes.filter((scope) => /^(api|write_|sudo|admin_)/.test(scope)) ?? [];
  return broad.length === 0
    ? []
    : [
        `The token may also write (${broad.join(', ')}), which Slipway never does. One with the scope read_api is enough`,
      ];
}
