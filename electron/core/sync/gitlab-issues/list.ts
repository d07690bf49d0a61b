import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import { next } from '../gitlab/list.ts';
import { refusalOf, unexpectedShape } from '../gitlab/refusal.ts';
import { ask, openGitlab, type Gitlab } from '../gitlab/source.ts';
import type { ListStep, ListThings } from '../provider.ts';
import { readAnswer } from '../reading/answer-kinds.ts';
import { dayOf, nextChange } from '../reading/next-change.ts';
import { ticketsOf } from '../reading/tickets.ts';
import { walkByChange } from '../reading/walk-by-change.ts';
import type { Answered } from '../reading/walk.ts';
import { issues } from './issues.ts';

/** Walks through a project's issues in the order they changed, the longest unchanged first. */
export function listTickets(
  options: ListThings,
): AsyncGenerator<ListStep<NormalisedTicket>, void, undefined> {
  const gitlab = openGitlab(options);
  return walkByChange({
    called: 'GitLab',
    first: firstUrl(gitlab, options.since),
    etags: options.etags,
    ask: (url, more) => ask(gitlab, url, more),
    refused: (answer) => refusalOf(gitlab, answer, 'issues'),
    read(answer) {
      const { listed, ...read } = issuesIn(gitlab, answer);
      const link = next(gitlab, answer);
      const after = nextChange(answer.url, listed, link, 'updated_after');
      return Promise.resolve({ ...read, total: null, next: after });
    },
  });
}

function firstUrl({ root }: Gitlab, since: string | null): string {
  // All of them, and not those of the token's owner.
  const order = { scope: 'all', order_by: 'updated_at', sort: 'asc', per_page: '100' };
  const query = new URLSearchParams(order);
  if (since !== null) query.set('updated_after', dayOf(since));
  return `${root}/issues?${query}`;
}

export function issuesIn(gitlab: Gitlab, { body }: Answered) {
  if (!Array.isArray(body)) throw unexpectedShape(gitlab, 'a list of issues', body);
  const listed: readonly unknown[] = body;
  const { rows, warnings } = readAnswer('GitLab issues', [issues], 'issues', listed);
  return { listed, rows: ticketsOf(rows), warnings };
}
