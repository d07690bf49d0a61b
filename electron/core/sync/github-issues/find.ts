import { z } from 'zod';
import type { TicketQuestion } from '#shared/model/delivery/tickets.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { refusalOf, unexpectedShape } from '../github/refusal.ts';
import { ask, openGithub, type Github } from '../github/source.ts';
import { askOnce } from '../github/test-connection.ts';
import { nextPage } from '../http/links.ts';
import { createPageGuard } from '../http/paging.ts';
import type { FoundTickets, Source } from '../provider.ts';
import { gatherTickets } from '../reading/gather-tickets.ts';
import { shorten } from '../reading/place.ts';
import { issuesIn } from './list.ts';

/** The issues of a milestone or with a label. */
export async function findTickets(
  source: Source,
  { jql, release, label }: TicketQuestion,
  most: number,
): Promise<FoundTickets> {
  if (jql !== undefined) throw noJql();
  const github = openGithub(source);
  const order = { state: 'all', sort: 'updated', direction: 'desc', per_page: '100' };
  const query = new URLSearchParams(order);
  if (release !== undefined) query.set('milestone', await milestoneNumber(github, release));
  if (label !== undefined) query.set('labels', labelOf(label));
  return gatherTickets(
    {
      called: 'GitHub',
      first: `${github.root}/issues?${query}`,
      ask: (url) => ask(github, url, { limits: { maxRetries: 1, longestWaitMs: 5000 } }),
      refused: (answer) => refusalOf(github, answer, 'Issues'),
      read: (answer) => {
        const { rows, warnings } = issuesIn(github, answer);
        const next = nextPage(answer.headers, answer.url, github.credential);
        return Promise.resolve({ rows, warnings, total: null, next });
      },
    },
    most,
  );
}

/** Only Jira has a language to ask in. */
function noJql(): Refusal {
  const message =
    'GitHub knows no JQL. Ask for a milestone or a label, or choose a connection to Jira';
  return new Refusal('invalid_input', message, { jql: message });
}

/** GitHub takes several labels with commas between, so that none with a comma can be asked for. */
function labelOf(label: string): string {
  if (!label.includes(',')) return label;
  const message = `GitHub cannot be asked for a label with a comma in it, “${shorten(label)}”. Sync the connection and filter its tickets by it`;
  throw new Refusal('invalid_input', message, { label: message });
}

const milestone = z.object({ number: z.int().nonnegative(), title: z.string() });

/** A milestone is asked for by its number. Refuses (`not_found`) one that is not there. */
async function milestoneNumber(github: Github, title: string): Promise<string> {
  const guard = createPageGuard();
  const titles: string[] = [];
  let url: string | null = `${github.root}/milestones?state=all&per_page=100`;
  while (url !== null && guard.enter(url)) {
    const answer = await askOnce(github, url, 'Issues');
    if (!Array.isArray(answer.body)) {
      throw unexpectedShape(github, 'a list of milestones', answer.body);
    }
    const listed = answer.body.flatMap((raw) => milestone.safeParse(raw).data ?? []);
    const found = listed.find((each) => each.title === title);
    if (found !== undefined) return String(found.number);
    titles.push(...listed.map((each) => each.title));
    url = nextPage(answer.headers, answer.url, github.credential);
  }
  const there = titles
    .slice(0, 10)
    .map((each) => `“${shorten(each)}”`)
    .join(', ');
  const message = `${github.repository} has no milestone “${shorten(title)}”. It has ${there || 'none'}`;
  throw new Refusal('not_found', message, { release: message });
}
