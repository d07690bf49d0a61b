import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { noEtags } from '../http/etags.ts';
import { readInstant } from '../instant.ts';
import type { DeploymentSource, Got, ListDeployments, ListStep } from '../provider.ts';
import { walkPages, type Answered } from '../reading/walk.ts';
import { isRecord } from '../record.ts';
import { deploymentsIn } from './deployments.ts';
import { findPlace, type Place } from './find-place.ts';
import { joined, nothingNamed, type Named } from './join.ts';
import { itemsOf, nextPage, totalOf, type Thing } from './page.ts';
import { refusalOf } from './refusal.ts';
import { ask, askAt, linkOf, openOctopus, type Octopus } from './source.ts';

/** With the most pages of a walk that is more than a space keeps by its retention. */
const take = 200;

type Walk = {
  octopus: Octopus;
  place: Place;
  named: Named;
  since: string | null;
  /** Tasks whose deployments this reading has brought. */
  told: Set<string>;
};

/** Deployments of Octopus, each with the task that says what became of it. */
export const deploymentSource: DeploymentSource = { list, get };

/**
 * The newest first, back to the last time. What was made before and went on since is found by its
 * task: those under way, and those that ended since.
 */
async function* list(
  options: ListDeployments,
): AsyncGenerator<ListStep<NormalisedDeployment>, void, undefined> {
  const { since } = options;
  const octopus = openOctopus(options);
  const place = await findPlace(octopus);
  if (place.kind === 'rate-limited') {
    yield { type: 'rate-limited', until: place.until, message: place.message };
    return;
  }
  const walk: Walk = { octopus, place, since, named: nothingNamed(), told: new Set() };
  const warnings: ImportWarning[] = [];
  let watermark: string | null = null;
  for (const question of questions(place, since)) {
    const steps = walkPages({
      called: 'Octopus Deploy',
      first: `${octopus.baseUrl}/api${place.path}/${question.of}?${new URLSearchParams({ ...question.by, skip: '0', take: String(take) })}`,
      // The tasks change behind a list of deployments that stays the same.
      etags: noEtags,
      ask: (url) => askAt(octopus, url),
      refused: (answer) => refusalOf(octopus, answer),
      read: (answer) =>
        question.of === 'tasks' ? readTasks(walk, answer) : readDeployments(walk, answer),
    });
    for await (const step of steps) {
      if (step.type !== 'complete') yield step;
      if (step.type === 'rate-limited') return;
      if (step.type !== 'complete') continue;
      watermark ??= step.watermark;
      warnings.push(...step.warnings);
    }
  }
  yield { type: 'complete', watermark: watermark ?? '', warnings };
}

type Question = { of: 'deployments' | 'tasks'; by: Record<string, string> };

function questions({ projectId }: Place, since: string | null): Question[] {
  const newest: Question = {
    of: 'deployments',
    by: projectId === null ? {} : { projects: projectId },
  };
  if (since === null) return [newest];
  const tasks = { name: 'Deploy', ...(projectId === null ? {} : { project: projectId }) };
  return [
    newest,
    { of: 'tasks', by: { ...tasks, states: 'Queued,Executing,Cancelling' } },
    { of: 'tasks', by: { ...tasks, fromCompletedDate: since } },
  ];
}

async function readDeployments(walk: Walk, answer: Answered) {
  const { octopus, since } = walk;
  const items = itemsOf(octopus, answer, 'a list of deployments');
  const fresh = items.filter((each) => since === null || !isBefore(each, since));
  const isPast = since !== null && items.length > 0 && fresh.length === 0;
  return {
    ...(await rowsOf(walk, fresh, [], (n) => `Items[${items.indexOf(fresh[n])}]`)),
    total: since === null ? totalOf(answer) : null,
    next: isPast ? null : nextPage(answer, items.length, take),
  };
}

async function readTasks(walk: Walk, answer: Answered) {
  const { octopus, place, told } = walk;
  const items = itemsOf(octopus, answer, 'a list of tasks');
  const tasks = items.filter(isRecord).filter((task) => !told.has(String(task['Id'])));
  const ids = [...new Set(tasks.map(deploymentIn).filter((id) => id !== null))];
  const next = nextPage(answer, items.length, take);
  const found: unknown[] = [];
  for (let from = 0; from < ids.length; from += 50) {
    const some = ids.slice(from, from + 50);
    const path = `${place.path}/deployments?ids=${some.join(',')}&take=${some.length}`;
    const told = await ask(octopus, path);
    if (told.kind === 'rate-limited') return { ...none, limited: told, next };
    if (told.kind === 'refused') throw refusalOf(octopus, told);
    if (told.kind === 'ok') found.push(...itemsOf(octopus, told, 'a list of deployments'));
  }
  const placeOf = (n: number) => `deployments[${n}]`;
  return { ...(await rowsOf(walk, found, tasks, placeOf)), total: null, next };
}

const none = { rows: [], warnings: [], total: null };

/** Behind a limit nothing is known of the page: it is read again by the next sync. */
async function rowsOf(
  walk: Walk,
  deployments: readonly unknown[],
  tasks: readonly Thing[],
  placeOf: (n: number) => string,
) {
  const { octopus, place, named, told } = walk;
  const { all, warnings, limited } = await joined(octopus, place.path, deployments, named, tasks);
  if (limited !== null) return { rows: [], warnings: [], limited };
  const read = deploymentsIn(deployments, all, placeOf);
  for (const each of deployments) if (isRecord(each)) told.add(String(each['TaskId']));
  return { rows: linked(octopus, read.rows), warnings: [...warnings, ...read.warnings], limited };
}

function linked(
  { baseUrl }: Pick<Octopus, 'baseUrl'>,
  rows: readonly NormalisedDeployment[],
): NormalisedDeployment[] {
  return rows.map((row) => ({ ...row, url: linkOf(baseUrl, row.externalId) }));
}

/** What has no date that can be read is taken for new. */
function isBefore(deployment: unknown, since: string): boolean {
  const created = isRecord(deployment) ? deployment['Created'] : null;
  const at = typeof created === 'string' ? readInstant(created) : null;
  return at !== null && at !== undefined && at < since;
}

function deploymentIn(task: Thing): string | null {
  const given = isRecord(task['Arguments']) ? task['Arguments']['DeploymentId'] : null;
  return typeof given === 'string' && /^Deployments-\d{1,20}$/.test(given) ? given : null;
}

/** One deployment by its task, for those no list shows any more. */
async function get(
  source: Parameters<DeploymentSource['get']>[0],
  externalId: string,
): Promise<Got<NormalisedDeployment>> {
  const octopus = openOctopus(source);
  const [id = '', space] = externalId.split('/').toReversed();
  const path = space === undefined ? '' : `/${encodeURIComponent(space)}`;
  const task = await ask(octopus, `${path}/tasks/${encodeURIComponent(id)}`);
  if (task.kind === 'rate-limited') return task;
  if (task.kind === 'refused' && isGone(task.status)) return { kind: 'gone' };
  if (task.kind === 'refused') throw refusalOf(octopus, task);
  const told = task.kind === 'ok' && isRecord(task.body) ? task.body : {};
  const deploymentId = deploymentIn(told);
  if (deploymentId === null) return { kind: 'gone' };
  const answer = await ask(octopus, `${path}/deployments/${deploymentId}`);
  if (answer.kind === 'rate-limited') return answer;
  if (answer.kind === 'refused' && isGone(answer.status)) return { kind: 'gone' };
  if (answer.kind === 'refused') throw refusalOf(octopus, answer);
  const found = answer.kind === 'ok' ? [answer.body] : [];
  const { all, warnings, limited } = await joined(octopus, path, found, nothingNamed(), [told]);
  if (limited !== null) return limited;
  const read = deploymentsIn(found, all, () => `deployment ${deploymentId}`);
  const rows = linked(octopus, read.rows);
  return { kind: 'rows', rows, warnings: [...warnings, ...read.warnings] };
}

function isGone(status: number): boolean {
  return status === 404 || status === 410;
}
