import { azureDevops } from '../answers/azure-devops.ts';
import { azureObjections } from './azure-devops-check.ts';
import { listDeployments, type AzureDeployment } from './azure-releases.ts';
import type { Fault } from './faults.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';

/** A build in the words of Azure DevOps. Tests may set any key, to any value, right or wrong. */
export type AzureBuild = Record<string, unknown> & {
  id: number;
  queueTime: string;
  sourceVersion: string;
};

/** A record of a timeline: what a build is made of, and what it waits for. */
export type AzureRecord = { type: string; state: string; attempt?: number };

const firstId = 4_294_967_301;

/** A finished, successful build of the definition `shop` on main. Keys set to undefined are absent. */
export function aBuild(overrides: Partial<AzureBuild> = {}): AzureBuild {
  const id = overrides.id ?? firstId;
  const at = overrides.queueTime ?? '2026-02-01T09:00:00.1234567Z';
  return {
    ...azureDevops.builds,
    ...{ id, buildNumber: `20260201.${id - firstId + 1}`, sourceBranch: 'refs/heads/main' },
    ...{ sourceVersion: id.toString(16).padStart(40, '0') },
    ...{ queueTime: at, startTime: at, finishTime: at },
    ...overrides,
  };
}

export type AzureOptions = ProviderOptions & {
  builds?: AzureBuild[];
  /** The only token let in; null lets everybody read without one. */
  token?: string | null;
  /** What stands before the project: the organisation, or the path of a collection. */
  collection?: string;
  project?: string;
};

type AzureState = {
  project: { id: string; name: string };
  builds: AzureBuild[];
  definitions: { id: number; name: string; path: string }[];
  /** Of classic releases, on the same host, as on a server of one's own. */
  deployments: AzureDeployment[];
  /** By the build's id; one that has none yet answers 204. */
  timelines: Map<number, AzureRecord[]>;
  /** The newest version of the API it speaks. */
  version: number;
  /** As many rows a page at most, whatever is asked for. */
  pageSize: number;
};

/** An Azure DevOps with one project on 127.0.0.1. */
export type AzureServer = AzureState & ProviderServer & { baseUrl: string };

export async function startAzureServer(options: AzureOptions = {}): Promise<AzureServer> {
  const { token = null, collection = '/acme', project = 'Shop', builds = [] } = options;
  const state: AzureState = {
    project: { id: azureDevops.builds.project.id, name: project },
    builds,
    definitions: [{ id: 7, name: 'shop', path: '\\' }],
    deployments: [],
    timelines: new Map(),
    version: 7.1,
    pageSize: 1000,
  };
  const server = await startProviderServer(options, {
    objections: (request) => azureObjections(request, token, state.version),
    error: (exchange, status, message, headers) =>
      reply(exchange, status, azureError(message), headers),
    answer: (exchange) => answer(exchange, state, token, collection),
  });
  // It has none for builds.
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}${collection}` });
}

/** The shape of an error, as it was recorded. */
function azureError(message: string) {
  const typeName = 'Microsoft.VisualStudio.Services.Common.VssServiceException';
  return { $id: '1', innerException: null, message, typeName, errorCode: 0, eventId: 3000 };
}

/** A token that does not count: a list without rows as the body, which is no success all the same. */
export const unauthorised: Fault = (exchange) =>
  reply(exchange, 401, { count: 0, value: [] }, { 'www-authenticate': 'Basic realm="Azure"' });

/** The sign-in page in the answer's stead. */
export const signInPage: Fault = ({ response }) =>
  void response
    .writeHead(203, { 'content-type': 'text/html; charset=utf-8' })
    .end('<!DOCTYPE html><html><title>Azure DevOps Services | Sign In</title></html>');

function answer(
  exchange: Exchange,
  state: AzureState,
  token: string | null,
  collection: string,
): void {
  const { authorization } = exchange.request.headers;
  const right = `Basic ${Buffer.from(`:${token}`).toString('base64')}`;
  if (token === null ? authorization !== undefined : authorization !== right) {
    unauthorised(exchange);
    return;
  }
  const version = Number(exchange.url.searchParams.get('api-version'));
  if (version > state.version) {
    const words = `The requested REST API version of ${version} is out of range for this server. The latest REST API version this server supports is ${state.version}.`;
    exchange.error(400, words);
    return;
  }
  const { id, name } = state.project;
  const below = exchange.url.pathname.slice(collection.length + 1);
  const [asked = '', apis, area, ...rest] = below.split('/').map(decodeURIComponent);
  if (![id, name.toLowerCase()].includes(asked.toLowerCase())) {
    exchange.error(404, `TF200016: The following project does not exist: ${asked}.`);
    return;
  }
  if (apis === '_apis' && area === 'release' && rest.join('/') === 'deployments') {
    listDeployments(exchange, state.deployments);
    return;
  }
  const [resource, number, part] = apis === '_apis' && area === 'build' ? rest : [];
  const build = state.builds.find((each) => String(each.id) === number);
  if (resource === 'definitions') page(exchange, state, withProject(state));
  else if (resource === 'builds' && number === undefined) list(exchange, state);
  else if (resource !== 'builds' || build === undefined) exchange.error(404, missing(number));
  else if (part === 'timeline') timeline(exchange, state.timelines.get(build.id));
  else reply(exchange, 200, build);
}

const missing = (number = '') => `The requested build ${number} could not be found.`;

function withProject({ definitions, project }: AzureState): object[] {
  return definitions.map((each) => ({ ...each, project, queueStatus: 'enabled' }));
}

function timeline(exchange: Exchange, records: AzureRecord[] | undefined): void {
  if (records === undefined) exchange.response.writeHead(204).end();
  else reply(exchange, 200, { id: 't', records, changeId: 12 });
}

const timeOf = {
  queueTimeAscending: 'queueTime',
  queueTimeDescending: 'queueTime',
  finishTimeAscending: 'finishTime',
};

function list(exchange: Exchange, state: AzureState): void {
  const query = exchange.url.searchParams;
  const order = Object.entries(timeOf).find(([each]) => each === query.get('queryOrder'));
  const [name, key] = order ?? ['finishTimeDescending', 'finishTime'];
  const from = Date.parse(query.get('minTime') ?? '1970-01-01T00:00:00Z');
  const wanted = query.get('statusFilter')?.split(',');
  const at = (build: AzureBuild) => Date.parse(String(build[key]));
  const found = state.builds
    .filter((each) => wanted === undefined || wanted.includes(String(each['status'])))
    .filter((each) => !query.has('minTime') || at(each) >= from)
    .toSorted((a, b) => at(a) - at(b) || a.id - b.id);
  page(exchange, state, name.endsWith('Descending') ? found.toReversed() : found);
}

/** The token names the row to go on with; rows that come in meanwhile shift it. */
function page(exchange: Exchange, { pageSize }: AzureState, rows: readonly object[]): void {
  const query = exchange.url.searchParams;
  const size = Math.min(Number(query.get('$top') ?? 1000), pageSize);
  const start = Number(query.get('continuationToken')?.replace(/^from\+/, '') ?? 0);
  const value = rows.slice(start, start + size);
  const headers: Record<string, string> = {};
  if (start + size < rows.length) headers['x-ms-continuationtoken'] = `from+${start + size}`;
  reply(exchange, 200, { count: value.length, value }, headers);
  exchange.behaviour.afterPage(start / size + 1);
}
