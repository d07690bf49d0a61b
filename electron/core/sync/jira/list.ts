import type { NormalisedTicket } from '#shared/model/delivery/rows.ts';
import type { GetRequest } from '../http/answer.ts';
import type { ListStep, ListThings } from '../provider.ts';
import { walkByChange } from '../reading/walk-by-change.ts';
import { changedJql } from './question.ts';
import { asNobody, refusalOf } from './refusal.ts';
import { searchOf } from './search.ts';
import { serverOf } from './server.ts';
import { ask, openJira, type Jira } from './source.ts';

/** Walks through the issues of a place in the order they changed, the longest unchanged first. */
export async function* listTickets(
  options: ListThings,
): AsyncGenerator<ListStep<NormalisedTicket>, void, undefined> {
  const jira = openJira(options);
  const server = await serverOf(jira);
  if (server.kind === 'rate-limited') {
    yield { type: 'rate-limited', until: server.until, message: server.message };
    return;
  }
  const jql = changedJql(jira.condition, options.since, server.serverNow);
  const search = searchOf(jira, server.isCloud, jql);
  let isEmpty = true;
  const steps = walkByChange({
    called: 'Jira',
    first: search.first,
    etags: options.etags,
    ask: (url) => ask(jira, url),
    refused: (answer) => refusalOf(jira, answer),
    read: (answer) => Promise.resolve(search.read(answer)),
  });
  for await (const step of steps) {
    if (step.type === 'page' && step.rows.length > 0) isEmpty = false;
    if (step.type === 'complete' && isEmpty) await refuseNobody(jira);
    yield step;
  }
}

/** Refuses (`forbidden`) a token Jira does not accept, which it may answer with no issues. */
export async function refuseNobody(jira: Jira, more?: Pick<GetRequest, 'limits'>): Promise<void> {
  if (jira.credential === null) return;
  const answer = await ask(jira, '/rest/api/2/myself', more);
  if (answer.kind !== 'refused') return;
  if (answer.status === 401) throw asNobody(jira);
  // A token limited to scopes need not be let in here.
  if (answer.status !== 403 && answer.status !== 404) throw refusalOf(jira, answer);
}
