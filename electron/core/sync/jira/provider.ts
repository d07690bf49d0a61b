import { Refusal } from '#shared/model/refusal.ts';
import type { Provider, Reached, Source } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { jiraAnswers } from './answers.ts';
import { findTickets } from './find.ts';
import { listTickets, refuseNobody } from './list.ts';
import { fields } from './question.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { searchOf } from './search.ts';
import { serverOf } from './server.ts';
import { ask, brief, nameOf, openJira, placeOf } from './source.ts';

const exported = {
  called: 'Jira',
  answers: jiraAnswers,
  howTo: `Export issues with: curl -u EMAIL:TOKEN "https://SITE.atlassian.net/rest/api/3/search/jql?jql=project%20%3D%20KEY&maxResults=100&fields=${fields}" > issues.json`,
};

/** Jira Cloud and Jira Data Center: the issues of projects, or of a JQL. */
export const jira: Provider = {
  called: 'Jira',
  check: placeOf,
  nameOf,
  tickets: { isWhole: false, list: listTickets },
  findTickets,
  test,
  readFile: (chunks, options) => readAnswersFile(exported, chunks, options),
};

async function test(source: Source): Promise<Reached> {
  const place = openJira(source);
  const server = await serverOf(place, brief);
  if (server.kind === 'rate-limited') throw new Refusal('unavailable', server.message);
  const search = searchOf(place, server.isCloud, `${place.condition} ORDER BY updated DESC`, 1);
  const answer = await ask(place, search.first, brief);
  if (answer.kind === 'refused') throw refusalOf(place, answer);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  if (answer.kind === 'not-modified') throw unexpectedShape(place, 'a page of issues', null);
  const { rows, warnings } = search.read(answer);
  const isEmpty = rows.length === 0 && warnings.length === 0;
  if (isEmpty) await refuseNobody(place, brief);
  const anonymous = place.credential === null;
  const notes = [
    anonymous ? 'Without a token Jira shows only what is public' : '',
    isEmpty ? nothingSeen(anonymous) : '',
    ...warnings.map(({ at, reason }) => `${at} ${reason}`),
  ];
  return { repository: place.place, workflows: [], notes: notes.filter((note) => note !== '') };
}

function nothingSeen(anonymous: boolean): string {
  const why = anonymous
    ? 'to nobody Jira answers with none instead of refusing, so this says nothing about what is there. Add a token'
    : 'none fits, or the token’s owner lacks the permission “Browse projects” there';
  return `No issue is seen: ${why}`;
}
