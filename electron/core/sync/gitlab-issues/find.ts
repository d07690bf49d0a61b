import type { TicketQuestion } from '#shared/model/delivery/tickets.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { next } from '../gitlab/list.ts';
import { refusalOf } from '../gitlab/refusal.ts';
import { ask, openGitlab } from '../gitlab/source.ts';
import type { FoundTickets, Source } from '../provider.ts';
import { gatherTickets } from '../reading/gather-tickets.ts';
import { issuesIn } from './list.ts';

/** The issues of a milestone or with a label. */
export async function findTickets(
  source: Source,
  { jql, release, label }: TicketQuestion,
  most: number,
): Promise<FoundTickets> {
  if (jql !== undefined) {
    const message =
      'GitLab knows no JQL. Ask for a milestone or a label, or choose a connection to Jira';
    throw new Refusal('invalid_input', message, { jql: message });
  }
  const gitlab = openGitlab(source);
  const order = { scope: 'all', order_by: 'updated_at', sort: 'desc', per_page: '100' };
  const query = new URLSearchParams(order);
  if (release !== undefined) query.set('milestone', release);
  if (label !== undefined) query.set('labels', label);
  return gatherTickets(
    {
      called: 'GitLab',
      first: `${gitlab.root}/issues?${query}`,
      ask: (url) => ask(gitlab, url, { limits: { maxRetries: 1, longestWaitMs: 5000 } }),
      refused: (answer) => refusalOf(gitlab, answer, 'issues'),
      read: (answer) => {
        const { rows, warnings } = issuesIn(gitlab, answer);
        return Promise.resolve({ rows, warnings, total: null, next: next(gitlab, answer) });
      },
    },
    most,
  );
}
