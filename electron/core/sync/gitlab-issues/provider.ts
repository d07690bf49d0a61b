import { reachProject } from '../gitlab/reach.ts';
import { openGitlab, placeOf } from '../gitlab/source.ts';
import type { Provider } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { gitlabIssuesAnswers } from './answers.ts';
import { findTickets } from './find.ts';
import { listTickets } from './list.ts';

const exported = {
  called: 'GitLab issues',
  answers: gitlabIssuesAnswers,
  howTo:
    'Export issues with: glab api --paginate "projects/GROUP%2FPROJECT/issues?scope=all&per_page=100" > issues.json',
};

/** Issues of GitLab, on gitlab.com or on a server of one's own. */
export const gitlabIssues: Provider = {
  called: 'GitLab issues',
  check: placeOf,
  tickets: { isWhole: false, list: listTickets },
  findTickets,
  async test(source) {
    const { name, notes } = await reachProject(openGitlab(source), 'issues');
    return { repository: name, workflows: [], notes };
  },
  readFile: (chunks, options) => readAnswersFile(exported, chunks, options),
};
