import { octopus } from '../answers/octopus.ts';
import type { RecordedRequest } from './loopback.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';

type Thing = Record<string, unknown> & { Id: string };

/** A deployment and the task that does it, in the words of Octopus. */
export type Deployed = { deployment: Thing; task: Thing };

/** A finished, successful deployment of Shop 2.4.0 to Production. Tests may set any key to anything. */
export function aDeployed(
  n: number,
  at: string,
  { deployment = {}, task = {} }: { deployment?: object; task?: object } = {},
): Deployed {
  const { Task: _task, ...full } = octopus.deployments;
  const ids = { SpaceId: 'Spaces-1', ProjectId: 'Projects-7' };
  const [deploymentId, taskId] = [`Deployments-${5_000_000_000 + n}`, `ServerTasks-${100 + n}`];
  return {
    deployment: {
      ...full,
      ...ids,
      ...{ Id: deploymentId, TaskId: taskId, Created: at },
      ...deployment,
    },
    task: {
      ...octopus.tasks,
      ...ids,
      ...{ Id: taskId, Arguments: { DeploymentId: deploymentId } },
      ...{ QueueTime: at, StartTime: at, LastUpdatedTime: at, CompletedTime: at },
      ...task,
    },
  };
}

/** A task that is not over. */
export const goesOn = {
  ...{ State: 'Executing', IsCompleted: false, FinishedSuccessfully: false, CompletedTime: null },
};

export type OctopusOptions = ProviderOptions & {
  token?: string;
  /** What stands before `/api`, where the server lies below a path. */
  basePath?: string;
};

type OctopusState = {
  spaces: Thing[];
  deployed: Deployed[];
  projects: Thing[];
  environments: Thing[];
  releases: Thing[];
  tenants: Thing[];
  /** As many rows a page at most, whatever is asked for. */
  pageSize: number;
  /** Whether the default space may be left out of addresses. */
  hasDefault: boolean;
};

export type OctopusServer = OctopusState & ProviderServer & { baseUrl: string };

export async function startOctopusServer(options: OctopusOptions = {}): Promise<OctopusServer> {
  const { token = 'API-CANARY', basePath = '' } = options;
  const state: OctopusState = {
    spaces: [
      { Id: 'Spaces-1', Name: 'Default', Slug: 'default', IsDefault: true },
      { Id: 'Spaces-2', Name: 'Größe', Slug: 'groesse', IsDefault: false },
    ],
    deployed: [],
    projects: [
      { Id: 'Projects-7', Name: 'Shop', Slug: 'shop' },
      { Id: 'Projects-8', Name: 'Payments API', Slug: 'payments-api' },
    ],
    environments: [
      { Id: 'Environments-1', Name: 'Staging' },
      { Id: 'Environments-2', Name: 'Production' },
    ],
    releases: [octopus.releases],
    tenants: [{ Id: 'Tenants-1', Name: 'Contoso' }],
    pageSize: 1000,
    hasDefault: true,
  };
  const server = await startProviderServer(options, {
    objections: (request) => objections(request, token),
    error: (exchange, status, message, headers) =>
      reply(exchange, status, { ErrorMessage: message, Errors: [], HelpText: null }, headers),
    answer: (exchange) => answer(exchange, state, token, basePath),
  });
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}${basePath}` });
}

/** Everything a file needs for the same rows, page by page as the API gives it. */
export function exported(server: OctopusServer): object[] {
  const { deployed, releases, projects, environments, tenants } = server;
  return [
    deployed.map(({ deployment }) => deployment),
    deployed.map(({ task }) => task),
    ...[releases, projects, environments, tenants],
  ].map((Items) => ({ ItemType: 'Any', TotalResults: Items.length, Items, Links: {} }));
}

function answer(exchange: Exchange, state: OctopusState, token: string, basePath: string): void {
  const { request, url } = exchange;
  const api = `${basePath}/api`;
  if (url.pathname === api) {
    reply(exchange, 200, { Application: 'Octopus Deploy', Version: '2026.3.1', Links: {} });
    return;
  }
  if (!url.pathname.startsWith(`${api}/`)) {
    exchange.response.writeHead(404, { 'content-type': 'text/html' }).end('<html>404</html>');
    return;
  }
  const key = request.headers['x-octopus-apikey'];
  if (key !== token && request.headers.authorization !== `Bearer ${token}`) {
    exchange.error(401, 'You must be logged in to request this resource.');
    return;
  }
  const parts = url.pathname
    .slice(api.length + 1)
    .split('/')
    .map(decodeURIComponent);
  if (parts.join('/') === 'spaces/all') {
    reply(exchange, 200, state.spaces);
    return;
  }
  const space = state.spaces.find(({ Id }) => Id === parts[0]);
  if (space !== undefined) parts.shift();
  const isMissing = space === undefined && (!state.hasDefault || /^Spaces-/.test(parts[0] ?? ''));
  const [of = '', id] = parts;
  const all = isMissing ? undefined : thingsOf(state, of);
  if (all === undefined) exchange.error(404, `The resource '${parts.join('/')}' was not found.`);
  else if (id === 'all') reply(exchange, 200, all);
  else if (id === undefined)
    page(exchange, state, of, all.filter(filterOf(url.searchParams, space)));
  else {
    const found = all.find(({ Id }) => Id === id);
    if (found) reply(exchange, 200, found);
    else exchange.error(404, `The resource '${id}' was not found.`);
  }
}

function thingsOf(state: OctopusState, of: string): Thing[] | undefined {
  const newestFirst = state.deployed.toSorted(
    (a, b) => Date.parse(String(b.task['QueueTime'])) - Date.parse(String(a.task['QueueTime'])),
  );
  const known: Record<string, Thing[]> = {
    deployments: newestFirst.map(({ deployment }) => deployment),
    tasks: newestFirst.map(({ task }) => task),
    projects: state.projects,
    environments: state.environments,
    releases: state.releases,
    tenants: state.tenants,
  };
  return known[of];
}

function filterOf(query: URLSearchParams, space: Thing | undefined): (thing: Thing) => boolean {
  const among = (name: string, value: unknown) =>
    query.get(name) === null || (query.get(name) ?? '').split(',').includes(String(value));
  const completed = query.get('fromCompletedDate');
  return (thing) =>
    among('ids', thing.Id) &&
    among('projects', thing['ProjectId']) &&
    among('project', thing['ProjectId']) &&
    among('states', thing['State']) &&
    among('name', thing['Name']) &&
    (space === undefined || (thing['SpaceId'] ?? space.Id) === space.Id) &&
    (completed === null || Date.parse(String(thing['CompletedTime'])) >= Date.parse(completed));
}

/** The link to the next page holds a raw blank, as was recorded. */
function page(exchange: Exchange, { pageSize }: OctopusState, of: string, rows: Thing[]): void {
  const query = exchange.url.searchParams;
  const size = Math.min(Number(query.get('take') ?? 30), pageSize);
  const skip = Number(query.get('skip') ?? 0);
  const Items = rows.slice(skip, skip + size);
  const next = `/api/${of}?name=Deploy to+all&skip=${skip + size}&take=${size}`;
  const Links = skip + size < rows.length ? { 'Page.Next': next } : {};
  reply(exchange, 200, {
    ...{ ItemType: of, TotalResults: rows.length, ItemsPerPage: size, Items, Links },
  });
  if (of === 'deployments' && !query.has('ids')) exchange.behaviour.afterPage(skip / size + 1);
}

function objections({ method, path, query, headers }: RecordedRequest, token: string): string[] {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (headers.accept !== 'application/json') object('something else than JSON is accepted');
  if (`${path}?${query}`.includes(token)) object('the token is in the address');
  if (query.has('apikey')) object('the key is asked for in the address');
  if (/%25/.test(path)) object('a name is encoded twice');
  const ids = query.get('ids')?.split(',') ?? [];
  if (ids.length > 50) object('more ids than an address takes');
  if (ids.length > Number(query.get('take') ?? 30)) object('more ids than rows are taken');
  if (query.has('skip') && !query.has('take')) object('a page without its size');
  return found;
}
