import { nexus } from '../answers/registries.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';
import { asBasic, repositoryObjections } from './repository-check.ts';

/** A component in the words of Nexus. Tests may set any key, to any value, right or wrong. */
export type NexusComponent = Record<string, unknown> & { repository: string };

/** A version of `com.acme:shop` in `releases`, with one file of its own digest. */
export function aComponent(
  version: string,
  overrides: Record<string, unknown> = {},
): NexusComponent {
  const hex = Buffer.from(version).toString('hex').padEnd(64, '0');
  const [file] = nexus.components.assets;
  return {
    ...nexus.components,
    ...{ id: version, version, repository: 'releases' },
    assets: [{ ...file, checksum: { sha1: hex.slice(0, 40), sha256: hex }, blobCreated: null }],
    ...overrides,
  };
}

export type NexusOptions = ProviderOptions & {
  /** `user:token`; null lets everybody browse. */
  token?: string | null;
  components?: NexusComponent[];
  repositories?: string[];
};

type NexusState = {
  repositories: string[];
  components: NexusComponent[];
  pageSize: number;
  /** Whether the last page is an empty one with no token, after a full one with a token. */
  emptyEnd: boolean;
};

/** A Nexus on 127.0.0.1, below `/nexus`. */
export type NexusServer = NexusState & ProviderServer & { baseUrl: string };

const root = '/nexus/service/rest/v1';

export async function startNexusServer(options: NexusOptions = {}): Promise<NexusServer> {
  const { token = null, components = [], repositories = ['releases'] } = options;
  const state: NexusState = { repositories, components, pageSize: 10, emptyEnd: false };
  const server = await startProviderServer(options, {
    objections: (request) => repositoryObjections(request, token),
    // It says nothing of what is wrong.
    error: ({ response }, status, _message, headers) =>
      void response.writeHead(status, { server: 'Nexus/3.76.0-03 (PRO)', ...headers }).end(),
    answer: (exchange) => answer(exchange, state, token),
  });
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}/nexus` });
}

function answer(exchange: Exchange, state: NexusState, token: string | null): void {
  const { url, request, response } = exchange;
  response.setHeader('server', 'Nexus/3.76.0-03 (PRO)');
  const { authorization } = request.headers;
  if (authorization === undefined ? token !== null : authorization !== asBasic(token)) {
    exchange.error(401, '');
    return;
  }
  const repository = url.searchParams.get('repository') ?? '';
  const isThere = url.pathname === `${root}/components` && state.repositories.includes(repository);
  if (!isThere) exchange.error(404, '');
  else page(exchange, state, repository);
}

/** The order is that of the components; the token names the last one that was given. */
function page(exchange: Exchange, state: NexusState, repository: string): void {
  const own = state.components.filter((each) => each.repository === repository);
  const after = exchange.url.searchParams.get('continuationToken');
  const start = after === null ? 0 : own.findIndex(({ id }) => id === after) + 1;
  const items = own.slice(start, start + state.pageSize);
  const isLast = start + state.pageSize >= own.length;
  const goesOn = !isLast || (state.emptyEnd && items.length > 0);
  const continuationToken = goesOn ? String(items.at(-1)?.['id']) : null;
  reply(exchange, 200, { items, continuationToken });
  exchange.behaviour.afterPage(Math.round(start / state.pageSize) + 1);
}
