import type { GotRun, Source } from '../provider.ts';
import { isLost, jobIn } from './find-jobs.ts';
import { isJobName } from './job-path.ts';
import { refusalOf } from './refusal.ts';
import { leftRun, located, queuedRun, runsIn } from './runs.ts';
import { ask, openJenkins, treeUrl, urlOf, type Jenkins } from './source.ts';
import { withStages } from './stage-view.ts';
import { buildTree, jobTree } from './tree.ts';

/** One build as it is now. A build that Jenkins runs again gets a number of its own. */
export async function getRun(
  source: Source,
  { externalId }: { externalId: string },
): Promise<GotRun> {
  const jenkins = openJenkins(source);
  const [, job = '', digits = ''] = /^(.+)\/(\d{1,15})$/.exec(externalId) ?? [];
  if (!isJobName(job)) return { kind: 'gone' };
  const number = Number(digits);
  const answer = await ask(jenkins, treeUrl(`${urlOf(jenkins, job)}/${number}`, buildTree));
  switch (answer.kind) {
    case 'rate-limited':
      return answer;
    case 'refused':
      if (answer.status === 404) return notBuilt(jenkins, job, number);
      // One job of many that may no longer be read keeps nobody from the others.
      if (job !== jenkins.job && isLost(answer.status)) return { kind: 'gone' };
      if (answer.status === 410) return { kind: 'gone' };
      throw refusalOf({ ...jenkins, job }, answer);
    case 'not-modified':
      return { kind: 'rows', rows: [], warnings: [] };
    case 'ok': {
      const build = await withStages(jenkins, job, answer.body, { left: 1 });
      return { kind: 'rows', ...runsIn([located(jenkins.baseUrl, job, build)], () => externalId) };
    }
  }
}

/** A number that is still to come is one that waits in the queue, or has left it. */
async function notBuilt(jenkins: Jenkins, job: string, number: number): Promise<GotRun> {
  const answer = await ask(jenkins, treeUrl(urlOf(jenkins, job), jobTree(0)));
  if (answer.kind === 'rate-limited') return answer;
  const found = answer.kind === 'ok' ? jobIn(job, answer.body) : null;
  if (found === null || found.next === null || number < found.next) return { kind: 'gone' };
  const waits = number === found.next ? queuedRun(jenkins, found) : null;
  return { kind: 'rows', rows: [waits ?? leftRun(job, number)], warnings: [] };
}
