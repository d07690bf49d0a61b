import { argoCd } from '../answers/argo-cd.ts';
import { kubernetes } from '../answers/kubernetes.ts';
import type { RecordedRequest } from './loopback.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';

/** An object in the words of Kubernetes. Tests may set any key, to any value, right or wrong. */
export type KubernetesObject = Record<string, unknown> & {
  metadata: Record<string, unknown> & { name: string; namespace: string };
};

type Changes = { metadata?: object; spec?: object; status?: object };
type Known = keyof typeof kubernetes;

/** A workload that is rolled out, in the namespace payments. Lists show it without its kind. */
export function anObject(kind: Known | 'rollouts', changes: Changes = {}): KubernetesObject {
  const { metadata, spec, status } = kind === 'rollouts' ? argoCd.rollout : kubernetes[kind];
  return {
    metadata: { ...metadata, namespace: 'payments', ...changes.metadata },
    spec: { ...spec, ...changes.spec },
    status: { ...status, ...changes.status },
  };
}

/** A ConfigMap or Secret with these values, as a list shows it. */
export function settingsOf(
  name: string,
  data: Record<string, string>,
  more: { namespace?: string; type?: string } = {},
): KubernetesObject {
  const { namespace = 'payments', type } = more;
  return { metadata: { name, namespace }, data, ...(type === undefined ? {} : { type }) };
}

/** A deployment of a name and revision. */
export function aWorkload(name: string, revision: number, changes: Changes = {}): KubernetesObject {
  const annotations = { 'deployment.kubernetes.io/revision': String(revision) };
  const metadata = { name, annotations, ...changes.metadata };
  return anObject('deployments', { ...changes, metadata });
}

const groups = {
  deployments: { at: 'apis/apps/v1', kind: 'DeploymentList' },
  statefulsets: { at: 'apis/apps/v1', kind: 'StatefulSetList' },
  daemonsets: { at: 'apis/apps/v1', kind: 'DaemonSetList' },
  jobs: { at: 'apis/batch/v1', kind: 'JobList' },
  rollouts: { at: 'apis/argoproj.io/v1alpha1', kind: 'RolloutList' },
  pods: { at: 'api/v1', kind: 'PodList' },
  configmaps: { at: 'api/v1', kind: 'ConfigMapList' },
  secrets: { at: 'api/v1', kind: 'SecretList' },
} as const;
type Listed = keyof typeof groups;

type KubernetesState = Record<Exclude<Listed, 'rollouts'>, KubernetesObject[]> & {
  /** Null where nobody installed Argo Rollouts. */
  rollouts: KubernetesObject[] | null;
  namespaces: string[];
  /** What the token may not list. */
  forbidden: Set<string>;
  /** As many rows a page at most, whatever is asked for. */
  pageSize: number;
};

export type KubernetesOptions = ProviderOptions & {
  /** The only token let in; null lets everybody read without one. */
  token?: string | null;
  /** Whether ConfigMaps and Secrets may be read: parity does, a sync never. */
  readsSettings?: boolean;
  /** What stands before the API, where several clusters are behind one host. */
  basePath?: string;
};

/** The API server of a cluster on 127.0.0.1. */
export type KubernetesServer = KubernetesState & ProviderServer & { baseUrl: string };

export async function startKubernetesServer(
  options: KubernetesOptions = {},
): Promise<KubernetesServer> {
  const { token = null, basePath = '', readsSettings = false } = options;
  const state: KubernetesState = {
    ...{ deployments: [], statefulsets: [], daemonsets: [], jobs: [], pods: [], rollouts: null },
    ...{ configmaps: [], secrets: [] },
    ...{ namespaces: ['payments', 'shop'], forbidden: new Set(), pageSize: 500 },
  };
  const server = await startProviderServer(options, {
    objections: (request) => kubernetesObjections(request, token, readsSettings),
    error: fail,
    answer: (exchange) => kubernetesAnswer(exchange, state, token, basePath),
  });
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}${basePath}` });
}

const reasons: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  410: 'Expired',
  429: 'TooManyRequests',
};

/** A Status, as every error of the API is told. */
function fail(exchange: Exchange, code: number, message: string, headers: Record<string, string>) {
  const about = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' };
  reply(exchange, code, { ...about, message, reason: reasons[code] ?? '', code }, headers);
}

function kubernetesAnswer(
  exchange: Exchange,
  state: KubernetesState,
  token: string | null,
  basePath: string,
): void {
  const { authorization } = exchange.request.headers;
  if (token !== null && authorization !== `Bearer ${token}`) {
    if (authorization === undefined) exchange.error(403, forbidden('system:anonymous', 'it', ''));
    else exchange.error(401, 'Unauthorized');
    return;
  }
  const { pathname } = exchange.url;
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length + 1) : '';
  const [, named] = /^api\/v1\/namespaces\/([^/]+)$/.exec(path) ?? [];
  if (named !== undefined) {
    const isThere = state.namespaces.includes(named);
    if (isThere) reply(exchange, 200, { kind: 'Namespace', metadata: { name: named } });
    else exchange.error(404, `namespaces "${named}" not found`);
    return;
  }
  const found = listed(path);
  const all = found && state[found.name];
  if (!found || !all) {
    exchange.response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n');
    return;
  }
  if (state.forbidden.has(found.name)) {
    const account = 'system:serviceaccount:payments:slipway';
    exchange.error(403, forbidden(account, found.name, found.namespace));
    return;
  }
  list(exchange, found, all, state.pageSize);
}

function forbidden(user: string, what: string, namespace: string): string {
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  return `${what} is forbidden: User "${user}" cannot list resource "${what}" in API group "apps" ${where}`;
}

function listed(path: string): { name: Listed; namespace: string } | null {
  for (const name of [
    'deployments',
    'statefulsets',
    'daemonsets',
    'jobs',
    'rollouts',
    'pods',
    'configmaps',
    'secrets',
  ] as const) {
    const { at } = groups[name];
    if (path === `${at}/${name}`) return { name, namespace: '' };
    const [, namespace] = new RegExp(`^${at}/namespaces/([^/]+)/${name}$`).exec(path) ?? [];
    if (namespace !== undefined) return { name, namespace };
  }
  return null;
}

/** By namespace and name; the token goes on behind the last of them. */
function list(
  exchange: Exchange,
  { name, namespace }: { name: Listed; namespace: string },
  all: readonly KubernetesObject[],
  most: number,
): void {
  const query = exchange.url.searchParams;
  const wanted = (query.get('labelSelector') ?? '').split(',').filter((each) => each !== '');
  const keyOf = ({ metadata }: KubernetesObject) => `${metadata.namespace}/${metadata.name}`;
  const after = Buffer.from(query.get('continue') ?? '', 'base64url').toString();
  const found = all
    .filter(({ metadata }) => namespace === '' || metadata.namespace === namespace)
    .filter(({ metadata: { labels } }) => wanted.every((each) => hasLabel(labels, each)))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .filter((each) => keyOf(each) > after);
  const size = Math.min(Number(query.get('limit') ?? 500), most);
  const items = found.slice(0, size);
  const last = items.at(-1);
  const goesOn = found.length > size && last !== undefined;
  const metadata = {
    resourceVersion: '4711',
    ...(goesOn
      ? {
          continue: Buffer.from(keyOf(last)).toString('base64url'),
          remainingItemCount: found.length - size,
        }
      : {}),
  };
  reply(exchange, 200, { kind: groups[name].kind, apiVersion: 'v1', metadata, items });
  exchange.behaviour.afterPage(after === '' ? 1 : 2);
}

function hasLabel(labels: unknown, wanted: string): boolean {
  const [key = '', value] = wanted.split('=');
  return new Map(Object.entries(labels ?? {})).get(key) === value;
}

function kubernetesObjections(
  { method, path, query, headers }: RecordedRequest,
  token: string | null,
  readsSettings: boolean,
) {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (headers.accept !== 'application/json') object('something else than JSON is accepted');
  if (token !== null && `${path}?${query}`.includes(token)) object('the token is in the address');
  if (headers.authorization !== undefined && !/^Bearer \S+$/.test(headers.authorization)) {
    object('the token is not a bearer’s');
  }
  const isList = !/\/namespaces\/[^/]+$/.test(path);
  if (isList && !(Number(query.get('limit')) <= 500)) object('a list without a limit of 500');
  const isSettings = /secrets|configmaps/.test(path);
  if (isSettings && !readsSettings) object('more is read than roll-outs');
  if (query.has('watch')) object('a stream that does not end');
  return found;
}
