import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import { refusalOf, unexpectedShape } from '../github/refusal.ts';
import { ask, openGithub, type Github } from '../github/source.ts';
import { nextPage } from '../http/links.ts';
import type { ListStep, ListThings } from '../provider.ts';
import { readAnswer } from '../reading/answer-kinds.ts';
import { dayOf, nextChange } from '../reading/next-change.ts';
import { ticketsOf } from '../reading/tickets.ts';
import { walkByChange } from '../reading/walk-by-change.ts';
import type { Answered } from '../reading/walk.ts';
import { isPullRequest, issues } from './issues.ts';

/** Walks through a repository's issues in the order they changed, the longest unchanged first. */
export async function* listTickets(
  options: ListThings,
): AsyncGenerator<ListStep<NormalisedTicket>, void, undefined> {
  const github = openGithub(options);
  let pullRequests = 0;
  const steps = walkByChange({
    called: 'GitHub',
    first: firstUrl(github, options.since),
    etags: options.etags,
    ask: (url, more) => ask(github, url, more),
    refused: (answer) => refusalOf(github, answer, 'Issues'),
    read(answer) {
      const read = readPage(github, answer);
      pullRequests += read.pullRequests;
      return Promise.resolve(read);
    },
  });
  for await (const step of steps) {
    if (step.type !== 'complete' || pullRequests === 0) yield step;
    else yield { ...step, warnings: [...step.warnings, leftOut(pullRequests)] };
  }
}

function firstUrl({ root }: Github, since: string | null): string {
  const order = { state: 'all', sort: 'updated', direction: 'asc', per_page: '100' };
  const query = new URLSearchParams(order);
  if (since !== null) query.set('since', dayOf(since));
  return `${root}/issues?${query}`;
}

function readPage(github: Github, answer: Answered) {
  const { listed, ...read } = issuesIn(github, answer);
  const link = nextPage(answer.headers, answer.url, github.credential);
  return { ...read, total: null, next: nextChange(answer.url, listed, link, 'since') };
}

/** The issues of a page; GitHub lists pull requests among them. */
export function issuesIn(github: Github, { body }: Answered) {
  if (!Array.isArray(body)) throw unexpectedShape(github, 'a list of issues', body);
  const listed: readonly unknown[] = body;
  const asked = listed.filter((each) => !isPullRequest(each));
  const { rows, warnings } = readAnswer('GitHub issues', [issues], 'issues', asked);
  return {
    ...{ listed, rows: ticketsOf(rows), warnings },
    pullRequests: listed.length - asked.length,
  };
}

function leftOut(count: number): ImportWarning {
  return { at: 'issues', reason: `pull requests are no issues: ${count} left out` };
}
