import { Refusal } from '#shared/model/refusal.ts';
import type { Source } from '../provider.ts';
import { nextPage } from '../http/links.ts';
import { createPageGuard } from '../http/paging.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { workflowsPage } from './schema.ts';
import { ask, openGithub } from './source.ts';

/** A workflow to map to a service; `path` is the key, `active` is false for one switched off. */
export type Workflow = { path: string; name: string; active: boolean };

/** All workflows of the repository, sorted by path. A rate limit is a Refusal here (`unavailable`). */
export async function listWorkflows(source: Source): Promise<Workflow[]> {
  const github = openGithub(source);
  const guard = createPageGuard();
  const found = new Map<string, Workflow>();
  let url: string | null = `${github.root}/actions/workflows?per_page=100`;
  while (url !== null && guard.enter(url)) {
    const answer = await ask(github, url);
    if (answer.kind === 'refused') throw refusalOf(github, answer, 'Actions');
    if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
    if (answer.kind === 'not-modified') break;
    const page = workflowsPage.safeParse(answer.body);
    if (!page.success) throw unexpectedShape(github, 'a page of workflows', answer.body);
    for (const { path, name, state } of page.data.workflows) {
      found.set(path, { path, name: name ?? path, active: (state ?? 'active') === 'active' });
    }
    url = nextPage(answer.headers, answer.url, github.credential);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
