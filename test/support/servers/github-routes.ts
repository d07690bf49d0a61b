import type { GithubDeployment, GithubStatus } from './deployments.ts';
import { listIssues, type TrackerState } from './issues.ts';
import { reply, type Exchange } from './reply.ts';
import type { GithubRun } from './runs.ts';

export type GithubWorkflow = { id: number; name: string; path: string; state: string };

/** What the server knows of its one repository; change it at any time. */
export type GithubState = TrackerState & {
  repository: { id: number; full_name: string; private: boolean; has_issues?: boolean };
  /** Names the repository had: their addresses redirect to it. */
  formerNames: string[];
  runs: GithubRun[];
  /** Earlier attempts of runs that were run again. */
  attempts: GithubRun[];
  workflows: GithubWorkflow[];
  /** Run id to what holds it. */
  pendingDeployments: Map<number, unknown[]>;
  deployments: GithubDeployment[];
  /** Deployment id to what became of it; the newest first. */
  statuses: Map<number, GithubStatus[]>;
  /** Most runs listed for a question with a date in it; GitHub's own is 1000. */
  mostFiltered: number;
};

/** Answers a request below the repository's address; `path` is what follows it. */
export function route(exchange: Exchange, state: GithubState, path: string): void {
  const [, runId, rest = ''] = /^\/actions\/runs\/(\d+)(\/.*)?$/.exec(path) ?? [];
  const [, deploymentId, part = ''] = /^\/deployments\/(\d+)(\/statuses)?$/.exec(path) ?? [];
  if (path === '') reply(exchange, 200, state.repository);
  else if (path === '/issues') {
    page(exchange, state, listIssues(exchange, state, 'since'));
    exchange.behaviour.afterPage(1);
  } else if (path === '/milestones') page(exchange, state, state.milestones);
  else if (path === '/actions/runs') listRuns(exchange, state);
  else if (path === '/actions/workflows') {
    page(exchange, state, state.workflows, { name: 'workflows', total: state.workflows.length });
  } else if (path === '/deployments') {
    const newest = state.deployments.toSorted((a, b) =>
      a.created_at === b.created_at ? b.id - a.id : a.created_at < b.created_at ? 1 : -1,
    );
    page(exchange, state, newest);
    exchange.behaviour.afterPage(Number(exchange.url.searchParams.get('page') ?? 1));
  } else if (deploymentId !== undefined) {
    oneDeployment(exchange, state, Number(deploymentId), part === '/statuses');
  } else if (runId !== undefined) oneRun(exchange, state, Number(runId), rest);
  else exchange.error(404, 'Not Found');
}

function listRuns(exchange: Exchange, state: GithubState): void {
  const query = exchange.url.searchParams;
  const created = query.get('created');
  const found = state.runs
    .filter((run) => inRange(run.created_at, created))
    .filter((run) => [null, run.head_branch].includes(query.get('branch')))
    .filter((run) => [null, run.status, run.conclusion].includes(query.get('status')))
    .sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at) || b.id - a.id);
  const listed = created === null ? found : found.slice(0, state.mostFiltered);
  page(exchange, state, listed, { name: 'workflow_runs', total: found.length });
  exchange.behaviour.afterPage(Number(query.get('page') ?? 1));
}

/** `>=T`, `<=T`, `A..B`; both ends count. */
function inRange(created: string, range: string | null): boolean {
  if (range === null) return true;
  const [from = '', to = ''] = range.startsWith('>=')
    ? [range.slice(2)]
    : range.startsWith('<=')
      ? ['', range.slice(2)]
      : range.split('..');
  const at = Date.parse(created);
  return !(at < Date.parse(from)) && !(at > Date.parse(to));
}

function oneRun(exchange: Exchange, state: GithubState, id: number, rest: string): void {
  const run = state.runs.find((each) => each.id === id);
  const [, number] = /^\/attempts\/(\d+)$/.exec(rest) ?? [];
  const attempt = [...state.runs, ...state.attempts].find(
    (each) => each.id === id && each.run_attempt === Number(number),
  );
  if (rest === '' && run) reply(exchange, 200, run);
  else if (rest === '/pending_deployments' && run) {
    reply(exchange, 200, state.pendingDeployments.get(id) ?? []);
  } else if (attempt) reply(exchange, 200, attempt);
  else exchange.error(404, 'Not Found');
}

function oneDeployment(exchange: Exchange, state: GithubState, id: number, ofStatuses: boolean) {
  const found = state.deployments.find((each) => each.id === id);
  if (found === undefined) exchange.error(404, 'Not Found');
  else if (ofStatuses) page(exchange, state, state.statuses.get(id) ?? []);
  else reply(exchange, 200, found);
}

function page(
  exchange: Exchange,
  state: GithubState,
  rows: readonly unknown[],
  /** Of a list that comes in one; others come bare. */
  envelope?: { name: string; total: number },
): void {
  const { url } = exchange;
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const number = Number(url.searchParams.get('page') ?? 1);
  const list = rows.slice((number - 1) * size, number * size);
  const body = envelope ? { total_count: envelope.total, [envelope.name]: list } : list;
  const last = Math.ceil(rows.length / size);
  const link = `${linkOf(exchange, state, number + 1)}; rel="next", ${linkOf(exchange, state, last)}; rel="last"`;
  reply(exchange, 200, body, number < last ? { link } : {});
}

function linkOf({ url, origin, behaviour }: Exchange, state: GithubState, page: number): string {
  const target = new URL(url);
  target.searchParams.set('page', String(page));
  if (behaviour.links === 'by-id') {
    const { id, full_name: name } = state.repository;
    target.pathname = target.pathname.replace(`/repos/${name}`, `/repositories/${id}`);
  }
  const path = `${target.pathname}${target.search}`;
  return `<${behaviour.links === 'relative' ? path : `${origin}${path}`}>`;
}
