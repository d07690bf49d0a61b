import { repository as repositorySchema } from '../github/schema.ts';
import { unexpectedShape } from '../github/refusal.ts';
import { openGithub, placeOf } from '../github/source.ts';
import { askOnce, notesOn } from '../github/test-connection.ts';
import type { Provider, Reached, Source } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { githubIssuesAnswers } from './answers.ts';
import { findTickets } from './find.ts';
import { issuesIn, listTickets } from './list.ts';

const exported = {
  called: 'GitHub issues',
  answers: githubIssuesAnswers,
  howTo:
    'Export issues with: gh api --paginate "repos/OWNER/NAME/issues?state=all&per_page=100" > issues.json',
};

/** Issues of GitHub, on github.com or on a server of one's own. */
export const githubIssues: Provider = {
  called: 'GitHub issues',
  check: placeOf,
  tickets: { isWhole: false, list: listTickets },
  findTickets,
  test,
  readFile: (chunks, options) => readAnswersFile(exported, chunks, options),
};

async function test(source: Source): Promise<Reached> {
  const github = openGithub(source);
  const answer = await askOnce(github, github.root, 'Metadata');
  const found = repositorySchema.safeParse(answer.body);
  if (!found.success) throw unexpectedShape(github, 'a repository', answer.body);
  const { full_name: fullName, has_issues: hasIssues } = found.data;
  if (hasIssues !== false) {
    issuesIn(github, await askOnce(github, `${github.root}/issues?state=all&per_page=1`, 'Issues'));
  }
  const off = 'Issues are switched off in this repository, so nothing is read of it';
  return {
    repository: fullName,
    workflows: [],
    notes: [
      ...(hasIssues === false ? [off] : []),
      ...notesOn(github, answer.headers, fullName, ['Issues']),
    ],
  };
}
