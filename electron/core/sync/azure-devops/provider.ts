import { z } from 'zod';
import { Refusal } from '#shared/model/refusal.ts';
import { createPageGuard } from '../http/paging.ts';
import type { Provider, Source } from '../provider.ts';
import { text } from '../reading/fields.ts';
import { longestText, storable } from '../reading/place.ts';
import { readRunsFile, type FileReading } from '../reading/read-file.ts';
import type { Answered } from '../reading/walk.ts';
import { isBuild, runsIn } from './builds.ts';
import { exportedDeployments, holdsDeployments } from './file-deployments.ts';
import { deploymentSource } from './list-deployments.ts';
import { getRun, listRuns } from './list.ts';
import { listOf, nextPage } from './page.ts';
import { definitionKey } from './project.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, check, nameOf, openAzure, openReleases, type Azure } from './source.ts';

const definition = z.object({
  name: z.string().min(1).max(longestText),
  path: text,
  project: z.object({ id: text, name: text }).nullish(),
});
type Definition = z.infer<typeof definition>;

const exported: FileReading = {
  listName: 'value',
  isRow: isBuild,
  read: runsIn,
  deployments: { isRow: holdsDeployments, read: exportedDeployments },
  expected:
    'builds, or deployments of releases, of Azure DevOps (export them with: az devops invoke --area build --resource builds --route-parameters project=PROJECT --api-version 7.1 > builds.json, or --area release --resource deployments)',
};

/**
 * Azure DevOps, in the cloud or on a server of one's own: pipelines of YAML, classic builds, and what
 * classic releases deployed.
 */
export const azureDevops: Provider = {
  called: 'Azure DevOps',
  check,
  nameOf,
  runs: { list: listRuns, get: getRun },
  deployments: deploymentSource,
  async test(source: Source) {
    const azure = openAzure(source);
    const builds = await askOnce(azure, `${azure.root}/build/builds?$top=1`);
    listOf(azure, builds, 'a list of builds');
    const found = await definitions(azure);
    const project = found.find((each) => each.project)?.project;
    const name = storable(project?.name) ?? azure.project;
    return {
      repository: name,
      workflows: found.map((each) => ({
        workflow: definitionKey(each.path, each.name),
        name: storable(each.name) ?? '',
      })),
      notes: [
        ...renamed(azure, name, project?.id ?? null),
        ...(found.length === 0 ? [noneSeen] : []),
        ...(azure.credential === null ? ['Without a token only public projects are seen'] : []),
        ...(await withoutReleases(source)),
      ],
    };
  },
  readFile: (chunks, options) => readRunsFile(exported, chunks, options),
};

const noneSeen =
  'No definition of a pipeline is seen. The project has none, or the token’s owner lacks the permission “View builds” on them';

/** Builds alone are worth a connection; whoever wants releases too has to know what is missing. */
async function withoutReleases(source: Source): Promise<string[]> {
  const azure = openReleases(source);
  try {
    const answer = await askOnce(azure, `${azure.root}/release/deployments?$top=1`);
    listOf(azure, answer, 'a list of deployments');
    return [];
  } catch (error) {
    const isMissing = error instanceof Refusal && ['forbidden', 'not_found'].includes(error.code);
    if (!isMissing) throw error;
    return [`Deployments of releases are left out. ${error.message}`];
  }
}

/** All definitions of the project, by folder and name. */
async function definitions(azure: Azure): Promise<Definition[]> {
  const guard = createPageGuard();
  const found: Definition[] = [];
  let url: string | null = `${azure.root}/build/definitions?$top=1000`;
  while (url !== null && guard.enter(url)) {
    const answer: Answered = await askOnce(azure, url);
    for (const raw of listOf(azure, answer, 'a list of definitions')) {
      const read = definition.safeParse(raw);
      if (read.success) found.push(read.data);
    }
    url = nextPage(answer);
  }
  return found.toSorted((a, b) =>
    definitionKey(a.path, a.name).localeCompare(definitionKey(b.path, b.name), 'en'),
  );
}

/** Somebody waits for the answer, so it is not tried for long. */
async function askOnce(azure: Azure, url: string): Promise<Answered> {
  const answer = await ask(azure, url, { limits: { maxRetries: 1, longestWaitMs: 5000 } });
  if (answer.kind === 'ok') return answer;
  if (answer.kind === 'refused') throw refusalOf(azure, answer);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  throw unexpectedShape(azure, 'an answer', null);
}

function renamed({ project: typed }: Azure, name: string, id: string | null): string[] {
  const isSame = [name, id ?? ''].some((each) => each.toLowerCase() === typed.toLowerCase());
  return isSame ? [] : [`The project is now called ${name}. Change the name here too`];
}
