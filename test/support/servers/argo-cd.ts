import { argoCd } from '../answers/argo-cd.ts';
import type { RecordedRequest } from './loopback.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';

type Part = Record<string, unknown>;

/** An application in the words of Argo CD. */
export type ArgoApplication = {
  metadata: Part & { name: string };
  spec: Part & { project: string };
  status: Part;
};

type Changes = { metadata?: Part; spec?: Part; status?: Part };

/** A healthy, synced application of the project default. Tests may set any key to anything. */
export function anApplication(name: string, changes: Changes = {}): ArgoApplication {
  const { metadata, spec, status } = argoCd.applications;
  return {
    metadata: { ...metadata, ...changes.metadata, name, uid: `uid-${name}` },
    spec: { ...spec, project: 'default', ...changes.spec },
    status: { ...status, ...changes.status },
  };
}

export type ArgoOptions = ProviderOptions & {
  token?: string;
  /** What stands before `/api`, where the server lies below a path. */
  basePath?: string;
};

type ArgoState = {
  applications: ArgoApplication[];
  projects: string[];
};

export type ArgoServer = ArgoState & ProviderServer & { baseUrl: string };

export async function startArgoServer(options: ArgoOptions = {}): Promise<ArgoServer> {
  const { token = 'argo-canary', basePath = '' } = options;
  const state: ArgoState = { applications: [], projects: ['default'] };
  const server = await startProviderServer(options, {
    objections: (request) => objections(request, token),
    error: (exchange, status, message, headers) => {
      const code = codes.get(status) ?? 2;
      reply(exchange, status, { error: message, code, message }, headers);
    },
    answer: (exchange) => answer(exchange, state, token, basePath),
  });
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}${basePath}` });
}

/** Numbers of gRPC. */
const codes = new Map([
  [401, 16],
  [403, 7],
  [404, 5],
]);

function answer(exchange: Exchange, state: ArgoState, token: string, basePath: string): void {
  const { request, url, error } = exchange;
  const path = url.pathname.slice(basePath.length);
  if (!url.pathname.startsWith(`${basePath}/api/`)) {
    // Whatever is no API is the page of the application.
    const page = '<!doctype html><html><head><title>Argo CD</title></head></html>';
    exchange.response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    return;
  }
  if (path === '/api/version') {
    reply(exchange, 200, { Version: 'v3.1.0+abcdef0' });
    return;
  }
  if (request.headers.authorization !== `Bearer ${token}`) {
    const isGiven = request.headers.authorization !== undefined;
    error(401, isGiven ? 'invalid session: token is not valid' : 'no session information');
    return;
  }
  const [, project] = /^\/api\/v1\/projects\/([^/]+)$/.exec(path) ?? [];
  if (path === '/api/v1/applications') list(exchange, state);
  else if (project !== undefined && state.projects.includes(project)) {
    reply(exchange, 200, { metadata: { name: project } });
  }
  // What is not there is forbidden, so that nobody can guess names.
  else error(403, 'permission denied');
}

function list(exchange: Exchange, { applications }: ArgoState): void {
  const query = exchange.url.searchParams;
  const projects = query.getAll('projects');
  const name = query.get('name');
  const found = applications.filter(
    (each) =>
      (projects.length === 0 || projects.includes(each.spec.project)) &&
      (name === null || each.metadata.name === name),
  );
  const fields = query.get('fields')?.split(',');
  const items = fields === undefined ? found : found.map((each) => projected(each, fields));
  reply(exchange, 200, {
    metadata: { resourceVersion: '4711' },
    items: items.length === 0 ? null : items,
  });
  exchange.behaviour.afterPage(1);
}

/** All that `fields` can name; of anything else, such as the history, nothing is given. */
const projectable = [
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'metadata.labels',
  'metadata.creationTimestamp',
  'spec',
  'status.sync.status',
  'status.health',
  'status.summary',
  'status.resources',
  'status.operationState.phase',
  'status.operationState.startedAt',
  'status.operationState.finishedAt',
];

function projected(application: ArgoApplication, fields: readonly string[]): Part {
  const told: Part = {};
  for (const field of projectable.filter((each) => fields.includes(`items.${each}`))) {
    const keys = field.split('.');
    let from: unknown = application;
    for (const key of keys) from = isPart(from) ? from[key] : undefined;
    if (from === undefined) continue;
    let into = told;
    for (const key of keys.slice(0, -1)) {
      const inner = isPart(into[key]) ? into[key] : {};
      into[key] = inner;
      into = inner;
    }
    into[keys.at(-1) ?? ''] = from;
  }
  return told;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objections({ method, path, query, headers }: RecordedRequest, token: string): string[] {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (headers.accept !== 'application/json') object('something else than JSON is accepted');
  if (query.has('refresh')) object('a refresh changes something');
  if (`${path}?${query}`.includes(token)) object('the token is in the address');
  if (headers.cookie !== undefined) object('a cookie is sent');
  return found;
}
