import type { Fault } from './faults.ts';
import { objections } from './github-check.ts';
import {
  plainBehaviour,
  reply,
  replyError,
  type Behaviour,
  type Exchange,
} from './github-reply.ts';
import { route, type GithubState, type GithubWorkflow } from './github-routes.ts';
import { listenOnLoopback, record, type RecordedRequest } from './loopback.ts';
import { shop, type GithubRun } from './runs.ts';

export type GithubOptions = {
  runs?: GithubRun[];
  /** Made from the runs' paths when not given. */
  workflows?: GithubWorkflow[];
  /** The only token let in; null lets everybody read without one. */
  token?: string | null;
  /** The server's clock, epoch milliseconds. */
  clock?: () => number;
  /** What stands before `/repos`, `/api/v3` on a GitHub Enterprise server. */
  basePath?: string;
  port?: number;
};

/** A GitHub with one repository, acme/shop, on 127.0.0.1. */
export type GithubServer = GithubState & {
  baseUrl: string;
  behaviour: Behaviour;
  requests: RecordedRequest[];
  /** Objections to requests; expect it to be empty at the end of every test. */
  problems: string[];
  /** Answers the next `times` requests (whose address matches `to`) this way, before all else. */
  fail(fault: Fault, options?: { times?: number; to?: RegExp }): void;
  /** Answers as it should again, whatever was still planned. */
  heal(): void;
  /** Runs a run again: a new attempt with the same id and its old creation date. */
  rerun(id: number, changes: Partial<GithubRun>): void;
  close(): Promise<void>;
};

const fixedTime = Date.UTC(2026, 1, 1, 12, 0, 0);

export async function startGithubServer(options: GithubOptions = {}): Promise<GithubServer> {
  const { token = null, clock = () => fixedTime, basePath = '', runs = [] } = options;
  const state: GithubState = {
    repository: { ...shop, private: token !== null },
    formerNames: [],
    runs,
    attempts: [],
    workflows: options.workflows ?? workflowsOf(runs),
    pendingDeployments: new Map(),
    mostFiltered: 1000,
  };
  const behaviour = { ...plainBehaviour };
  const requests: RecordedRequest[] = [];
  const problems: string[] = [];
  const faults: { fault: Fault; left: number; to: RegExp }[] = [];
  let remaining = 5000;

  const loopback = await listenOnLoopback((request, response) => {
    const recorded = record(request);
    requests.push(recorded);
    problems.push(...objections(recorded, token));
    const now = clock();
    const origin = `http://${request.headers.host}`;
    const url = new URL(request.url ?? '/', origin);
    const exchange: Exchange = { request, response, url, origin, now, behaviour };
    response.setHeader('date', new Date(now + behaviour.dateSkewMs).toUTCString());
    const planned = faults.find(({ left, to }) => left > 0 && to.test(request.url ?? ''));
    if (planned) {
      planned.left -= 1;
      planned.fault(exchange);
      return;
    }
    remaining -= 1;
    response.setHeader('x-ratelimit-limit', '5000');
    response.setHeader('x-ratelimit-remaining', String(remaining));
    response.setHeader('x-ratelimit-reset', String(Math.floor(now / 1000) + 3600));
    answer(exchange, state, token, basePath);
  }, options.port);

  return Object.assign(state, {
    baseUrl: `${loopback.origin}${basePath}`,
    behaviour,
    requests,
    problems,
    close: loopback.close,
    fail: (fault: Fault, { times = 1, to = /(?:)/ }: { times?: number; to?: RegExp } = {}) => {
      faults.push({ fault, left: times, to });
    },
    heal: () => {
      faults.length = 0;
    },
    rerun: (id: number, changes: Partial<GithubRun>) => rerun(state, id, changes),
  });
}

function answer(
  exchange: Exchange,
  state: GithubState,
  token: string | null,
  basePath: string,
): void {
  const { request, url } = exchange;
  const { authorization } = request.headers;
  if (!request.headers['user-agent']) {
    replyError(exchange, 403, 'Request forbidden by administrative rules.');
    return;
  }
  const given = authorization?.replace(/^(?:Bearer|token) /, '');
  if (given !== undefined && given !== token) {
    replyError(exchange, 401, 'Bad credentials');
    return;
  }
  const { id, full_name: name } = state.repository;
  const roots = [`${basePath}/repos/${name}`, `${basePath}/repositories/${id}`];
  const root = roots.find((each) => url.pathname === each || url.pathname.startsWith(`${each}/`));
  const former = state.formerNames.find((each) =>
    url.pathname.startsWith(`${basePath}/repos/${each}`),
  );
  if (former !== undefined) {
    const rest = url.pathname.slice(`${basePath}/repos/${former}`.length);
    const moved = `${exchange.origin}${basePath}/repositories/${id}${rest}${url.search}`;
    const message = { message: 'Moved Permanently', url: moved };
    reply(exchange, 301, message, { location: moved });
    return;
  }
  // A private repository is not there for those who may not see it.
  if (root === undefined || (token !== null && given === undefined)) {
    replyError(exchange, 404, 'Not Found');
    return;
  }
  route(exchange, state, url.pathname.slice(root.length));
}

function workflowsOf(runs: readonly GithubRun[]): GithubWorkflow[] {
  const byPath = new Map(runs.map((run) => [run.path, run]));
  return [...byPath.values()].map(({ workflow_id: id, name, path }) => ({
    id,
    name: name ?? path,
    path,
    state: 'active',
  }));
}

function rerun(state: GithubState, id: number, changes: Partial<GithubRun>): void {
  const index = state.runs.findIndex((run) => run.id === id);
  const before = state.runs[index];
  if (!before) throw new Error(`there is no run ${id} to run again`);
  state.attempts.push(before);
  state.runs[index] = { ...before, run_attempt: before.run_attempt + 1, ...changes };
}
