import type { TicketQuestion } from '#shared/model/delivery/tickets.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FoundTickets, Source } from '../provider.ts';
import { gatherTickets } from '../reading/gather-tickets.ts';
import { refuseNobody } from './list.ts';
import { askedFor } from './question.ts';
import { refusalOf } from './refusal.ts';
import { searchOf } from './search.ts';
import { serverOf } from './server.ts';
import { ask, brief, openJira } from './source.ts';

/** The issues that fit a JQL, a fix version or a label. */
export async function findTickets(
  source: Source,
  question: TicketQuestion,
  most: number,
): Promise<FoundTickets> {
  const opened = openJira(source);
  const jira = { ...opened, condition: askedFor(opened.condition, question) };
  const server = await serverOf(jira, brief);
  if (server.kind === 'rate-limited') throw new Refusal('unavailable', server.message);
  const search = searchOf(jira, server.isCloud, `${jira.condition} ORDER BY updated DESC`);
  const found = await gatherTickets(
    {
      called: 'Jira',
      first: search.first,
      ask: (url) => ask(jira, url, brief),
      refused: (answer) => refusalOf(jira, answer),
      read: (answer) => Promise.resolve(search.read(answer)),
    },
    most,
  );
  if (found.rows.length === 0) await refuseNobody(jira, brief);
  return found;
}
