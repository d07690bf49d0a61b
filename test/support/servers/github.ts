import { objections } from './github-check.ts';
import { route, type GithubState, type GithubWorkflow } from './github-routes.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { githubError, reply, type Exchange } from './reply.ts';
import { shop, type GithubRun } from './runs.ts';

export type GithubOptions = ProviderOptions & {
  runs?: GithubRun[];
  /** Made from the runs' paths when not given. */
  workflows?: GithubWorkflow[];
  /** The only token let in; null lets everybody read without one. */
  token?: string | null;
  /** What stands before `/repos`, `/api/v3` on a GitHub Enterprise server. */
  basePath?: string;
};

/** A GitHub with one repository, acme/shop, on 127.0.0.1. */
export type GithubServer = GithubState &
  ProviderServer & {
    baseUrl: string;
    /** Runs a run again: a new attempt with the same id and its old creation date. */
    rerun(id: number, changes: Partial<GithubRun>): void;
  };

export async function startGithubServer(options: GithubOptions = {}): Promise<GithubServer> {
  const { token = null, basePath = '', runs = [] } = options;
  const state: GithubState = {
    repository: { ...shop, private: token !== null },
    formerNames: [],
    runs,
    attempts: [],
    workflows: options.workflows ?? workflowsOf(runs),
    pendingDeployments: new Map(),
    deployments: [],
    statuses: new Map(),
    issues: [],
    milestones: [],
    mostFiltered: 1000,
  };
  let remaining = 5000;
  const server = await startProviderServer(options, {
    objections: (request) => objections(request, token),
    error: githubError,
    answer(exchange) {
      const { response, now } = exchange;
      remaining -= 1;
      response.setHeader('x-ratelimit-limit', '5000');
      response.setHeader('x-ratelimit-remaining', String(remaining));
      response.setHeader('x-ratelimit-reset', String(Math.floor(now / 1000) + 3600));
      answer(exchange, state, token, basePath);
    },
  });
  return Object.assign(state, server, {
    baseUrl: `${server.origin}${basePath}`,
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
    exchange.error(403, 'Request forbidden by administrative rules.');
    return;
  }
  const given = authorization?.replace(/^(?:Bearer|token) /, '');
  if (given !== undefined && given !== token) {
    exchange.error(401, 'Bad credentials');
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
    exchange.error(404, 'Not Found');
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
