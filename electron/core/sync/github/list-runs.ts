import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import { nextPage } from '../http/links.ts';
import type { ListRuns, ListStep } from '../provider.ts';
import { walkPages, type Answered } from '../reading/walk.ts';
import { normaliseRuns } from './normalise-runs.ts';
import { readPending } from './pending.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { runsPage } from './schema.ts';
import { ask, openGithub, type Github } from './source.ts';
import { firstUrl, olderUrl } from './windows.ts';

/** Walks through a repository's runs, the newest first. */
export function listRuns(options: ListRuns): AsyncGenerator<ListStep, void, undefined> {
  const { since, etags } = options;
  const github = openGithub(options);
  return walkPages({
    called: 'GitHub',
    first: firstUrl(github.root, since),
    etags,
    ask: (url, more) => ask(github, url, more),
    refused: (answer) => refusalOf(github, answer, 'Actions'),
    read: (answer) => readPage(github, answer, since),
  });
}

async function readPage(github: Github, answer: Answered, since: string | null) {
  const parsed = runsPage.safeParse(answer.body);
  if (!parsed.success) throw unexpectedShape(github, 'a page of workflow runs', answer.body);
  const { workflow_runs: runs, total_count: total = null } = parsed.data;
  const waiting: ImportWarning[] = [];
  const pending = await readPending(github, runs, waiting);
  const { rows, warnings } = normaliseRuns(answer.body, (id) => pending.get(id));
  const next =
    nextPage(answer.headers, answer.url, github.credential) ??
    olderUrl(github.root, since, total, runs);
  return { rows, warnings: [...warnings, ...waiting], total, next };
}
