import { gitlab } from '../answers/gitlab.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { listIssues, type TrackerState } from './issues.ts';
import { reply, type Exchange } from './reply.ts';
import type { RecordedRequest } from './loopback.ts';

/** A pipeline in GitLab's own words. Tests may set any key, to any value, right or wrong. */
export type GitlabPipeline = Record<string, unknown> & {
  id: number;
  status: unknown;
  sha: string;
  updated_at: string;
};

const firstId = 5_000_000_001;

/** A finished, successful pipeline of acme/shop on main. */
export function aPipeline(overrides: Partial<GitlabPipeline> = {}): GitlabPipeline {
  const id = overrides.id ?? firstId;
  const at = overrides.updated_at ?? '2026-02-01T09:00:00.000Z';
  return {
    ...gitlab.pipelines,
    ...{ id, iid: id - firstId + 1, sha: id.toString(16).padStart(40, '0'), ref: 'main' },
    ...{ created_at: at, started_at: at, updated_at: at, finished_at: at },
    ...overrides,
  };
}

/** A deployment in GitLab's own words. */
export type GitlabDeployment = Record<string, unknown> & { id: number; updated_at: string };

/** A finished, successful deployment of acme/shop to production. Keys set to undefined are absent. */
export function aGitlabDeployment(overrides: Partial<GitlabDeployment> = {}): GitlabDeployment {
  const id = overrides.id ?? firstId;
  const at = overrides.updated_at ?? '2026-02-01T09:00:00.000Z';
  return { ...gitlab.deployments, id, created_at: at, updated_at: at, ...overrides };
}

/** Only the pipeline itself has these; a list leaves them out. */
const ofDetail = ['started_at', 'finished_at', 'detailed_status', 'coverage'];

export type GitlabOptions = ProviderOptions & {
  pipelines?: GitlabPipeline[];
  /** The only token let in; null lets everybody read without one. */
  token?: string | null;
  /** What stands before `/api/v4`, where the server lies below a path. */
  basePath?: string;
};

type GitlabState = TrackerState & {
  project: { id: number; path_with_namespace: string };
  pipelines: GitlabPipeline[];
  deployments: GitlabDeployment[];
  /** What the token may do; null where it does not tell, as those of projects do not. */
  scopes: string[] | null;
};

/** A GitLab with one project, acme/shop, on 127.0.0.1. */
export type GitlabServer = GitlabState & ProviderServer & { baseUrl: string };

export async function startGitlabServer(options: GitlabOptions = {}): Promise<GitlabServer> {
  const { token = null, basePath = '', pipelines = [] } = options;
  const state: GitlabState = {
    project: { id: 17, path_with_namespace: 'acme/shop' },
    pipelines,
    deployments: [],
    issues: [],
    milestones: [],
    scopes: ['read_api'],
  };
  const server = await startProviderServer(options, {
    objections: (request) => objections(request, token),
    error: (exchange, status, message, headers) =>
      reply(exchange, status, { message: `${status} ${message}` }, headers),
    answer: (exchange) => answer(exchange, state, token, basePath),
  });
  return Object.assign(state, server, { baseUrl: `${server.origin}${basePath}` });
}

function answer(
  exchange: Exchange,
  state: GitlabState,
  token: string | null,
  basePath: string,
): void {
  const given = exchange.request.headers['private-token'];
  if (given !== undefined && given !== token) {
    exchange.error(401, 'Unauthorized');
    return;
  }
  const { id, path_with_namespace: name } = state.project;
  const { pathname } = exchange.url;
  const api = `${basePath}/api/v4`;
  if (pathname === `${api}/personal_access_tokens/self`) {
    if (state.scopes === null) exchange.error(404, 'Not Found');
    else reply(exchange, 200, { id: 3, scopes: state.scopes });
    return;
  }
  const roots = [`${api}/projects/${encodeURIComponent(name)}`, `${api}/projects/${id}`];
  const root = roots.find((each) => pathname === each || pathname.startsWith(`${each}/`));
  // A private project is not there for those who may not see it.
  if (root === undefined || (token !== null && given === undefined)) {
    exchange.error(404, 'Project Not Found');
    return;
  }
  const path = pathname.slice(root.length);
  const [, of, number] = /^\/(pipelines|deployments)\/(\d+)$/.exec(path) ?? [];
  const rows: readonly { id: number }[] =
    of === 'deployments' ? state.deployments : state.pipelines;
  const asked = rows.find((each) => String(each.id) === number);
  if (path === '') reply(exchange, 200, state.project);
  else if (path === '/pipelines') list(exchange, state.pipelines.map(withoutDetail));
  else if (path === '/deployments') list(exchange, state.deployments);
  else if (path === '/issues') page(exchange, listIssues(exchange, state, 'updated_after'));
  else if (asked) reply(exchange, 200, asked);
  else exchange.error(404, 'Not Found');
}

function withoutDetail(pipeline: GitlabPipeline): Changed {
  const { id, updated_at: at } = pipeline;
  const kept = Object.entries(pipeline).filter(([key]) => !ofDetail.includes(key));
  return { ...Object.fromEntries(kept), id, updated_at: at };
}

type Changed = { id: number; updated_at: string };

function list(exchange: Exchange, all: readonly Changed[]): void {
  const query = exchange.url.searchParams;
  const after = query.get('updated_after');
  const found = all
    .filter(({ updated_at: at }) => after === null || Date.parse(at) >= Date.parse(after))
    .toSorted((a, b) => Date.parse(b.updated_at) - Date.parse(a.updated_at) || b.id - a.id);
  page(exchange, found);
}

function page(exchange: Exchange, found: readonly object[]): void {
  const query = exchange.url.searchParams;
  const size = Math.min(Number(query.get('per_page') ?? 20), 100);
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(found.length / size));
  const rows = found.slice((number - 1) * size, number * size);
  const headers = {
    'x-page': String(number),
    'x-total': String(found.length),
    // Empty on the last page, not absent.
    'x-next-page': number < last ? String(number + 1) : '',
    ...(number < last && exchange.behaviour.links !== 'by-id'
      ? { link: link(exchange, number + 1) }
      : {}),
  };
  reply(exchange, 200, rows, headers);
  exchange.behaviour.afterPage(number);
}

function link({ url, origin, behaviour }: Exchange, page: number): string {
  const target = new URL(url);
  target.searchParams.set('page', String(page));
  const path = `${target.pathname}${target.search}`;
  return `<${behaviour.links === 'relative' ? path : `${origin}${path}`}>; rel="next"`;
}

function objections({ method, path, query, headers }: RecordedRequest, token: string | null) {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (headers.authorization !== undefined) object('another header for the token than its own');
  if (token !== null && `${path}?${query}`.includes(token)) object('the token is in the address');
  if (/%25/.test(path)) object('the project is encoded twice');
  if (/\/issues$/.test(path) && !query.has('per_page')) object('no size of a page');
  const size = query.get('per_page');
  if (size !== null && Number(size) > 100) object('more than 100 a page');
  return found;
}
