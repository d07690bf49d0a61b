import { createHash } from 'node:crypto';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { registryObjections } from './registry-check.ts';
import { reply, type Exchange } from './reply.ts';

/** What a tag stands for. Tests may set anything, right or wrong. */
export type Manifest = Record<string, unknown>;

/** An image of one platform, as Docker Buildx pushes one; `of` makes it another build. */
export function anImage(of = '1', created = '2026-02-01T10:00:00Z'): Manifest {
  const digest = digestOf({ of });
  return {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest, size: 1000 },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest, size: 234 }],
    annotations: { 'org.opencontainers.image.created': created },
  };
}

/** One for two platforms, with what its builder says of it. */
export function anIndex(of = '1'): Manifest {
  const part = (os: string, architecture: string) => ({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: digestOf({ of, os, architecture }),
    size: 527,
    platform: { os, architecture },
  });
  return {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [part('linux', 'amd64'), part('linux', 'arm64'), part('unknown', 'unknown')],
  };
}

/** The digest a registry tells of a manifest: of its bytes. */
export function digestOf(manifest: unknown): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(manifest)).digest('hex')}`;
}

export type RegistryOptions = ProviderOptions & {
  /** `user:token`; null lets everybody pull. */
  token?: string | null;
  /** How it is signed in: with a token it gives itself, or with user and token. */
  auth?: 'token' | 'basic';
  repositories?: Record<string, Record<string, Manifest>>;
};

type RegistryState = {
  /** Manifests by tag, by repository. Null is what some registries write for none. */
  repositories: Record<string, Record<string, Manifest>>;
  /** The address of the server that gives tokens; its own where nothing else is set. */
  realm: string | null;
  auth: 'token' | 'basic';
  /** How many tags a page at most, whatever is asked for. */
  pageSize: number;
  /** Whether a page links the next one; some do not. */
  linked: boolean;
  /** Whether manifests come with their digest. */
  digests: boolean;
  /** The token it gives; another one ends what was given before. */
  issued: string;
};

/** A registry on 127.0.0.1, with its own token server. */
export type RegistryServer = RegistryState & ProviderServer & { baseUrl: string };

export async function startRegistryServer(options: RegistryOptions = {}): Promise<RegistryServer> {
  const { token = null, auth = 'token', repositories = {} } = options;
  const state: RegistryState = {
    ...{ repositories, auth, realm: null, pageSize: 100, linked: true },
    ...{ digests: true, issued: 'issued-1' },
  };
  const server = await startProviderServer(options, {
    objections: (request) => registryObjections(request, token),
    error: (exchange, status, message, headers) =>
      reply(exchange, status, { errors: [{ code: 'UNKNOWN', message, detail: null }] }, headers),
    answer: (exchange) => answer(exchange, shared, token),
  });
  server.behaviour.etags = false;
  const shared = Object.assign(state, server, { baseUrl: server.origin });
  return shared;
}

function answer(exchange: Exchange, state: RegistryServer, token: string | null): void {
  const { pathname } = exchange.url;
  if (pathname === '/token') {
    giveToken(exchange, state, token);
    return;
  }
  const { authorization } = exchange.request.headers;
  const right = state.auth === 'basic' ? asBasic(token) : `Bearer ${state.issued}`;
  if (token !== null && authorization !== right) {
    const realm = state.realm ?? `${exchange.origin}/token`;
    const asked =
      state.auth === 'basic'
        ? 'Basic realm="Registry"'
        : `Bearer realm="${realm}",service="registry.example.com",error="invalid_token"`;
    refuse(exchange, 401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': asked });
    return;
  }
  const [, name = '', kind, tag = ''] =
    /^\/v2\/(.+)\/(tags|manifests)\/([^/]+)$/.exec(pathname) ?? [];
  const tags = Object.hasOwn(state.repositories, name) ? state.repositories[name] : undefined;
  if (pathname === '/v2/') reply(exchange, 200, {});
  else if (kind === undefined) refuse(exchange, 404, 'NOT_FOUND', 'page not found');
  else if (tags === undefined) {
    refuse(exchange, 404, 'NAME_UNKNOWN', 'repository name not known to registry');
  } else if (kind === 'tags') list(exchange, state, name, Object.keys(tags).toSorted());
  else manifest(exchange, state, tags[decodeURIComponent(tag)]);
}

function giveToken(exchange: Exchange, { issued }: RegistryState, token: string | null): void {
  if (exchange.request.headers.authorization !== asBasic(token)) {
    refuse(exchange, 401, 'UNAUTHORIZED', 'incorrect username or password');
    return;
  }
  const { searchParams } = exchange.url;
  const isAsked = searchParams.get('service') === 'registry.example.com';
  if (!isAsked) refuse(exchange, 400, 'UNSUPPORTED', 'no such service');
  else reply(exchange, 200, { token: issued, access_token: issued, expires_in: 300 });
}

function asBasic(token: string | null): string {
  return `Basic ${Buffer.from(token ?? '').toString('base64')}`;
}

function refuse(
  exchange: Exchange,
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): void {
  reply(exchange, status, { errors: [{ code, message, detail: null }] }, headers);
}

function list(exchange: Exchange, state: RegistryState, name: string, all: string[]): void {
  const query = exchange.url.searchParams;
  const last = query.get('last') ?? '';
  const size = Math.min(Number(query.get('n') ?? state.pageSize), state.pageSize);
  const rest = all.filter((tag) => tag > last);
  const tags = rest.slice(0, size);
  const more = new URLSearchParams({ n: String(size), last: tags.at(-1) ?? '' });
  const isMore = state.linked && rest.length > size;
  const link = `</v2/${name}/tags/list?${more}>; rel="next"`;
  reply(exchange, 200, { name, tags: tags.length === 0 ? null : tags }, isMore ? { link } : {});
  exchange.behaviour.afterPage(all.indexOf(tags[0] ?? '') / size + 1);
}

function manifest(exchange: Exchange, state: RegistryState, found: Manifest | undefined): void {
  if (found === undefined) {
    refuse(exchange, 404, 'MANIFEST_UNKNOWN', 'manifest unknown');
    return;
  }
  const text = JSON.stringify(found);
  const { response } = exchange;
  response.setHeader('content-type', String(found['mediaType']));
  if (state.digests) response.setHeader('docker-content-digest', digestOf(found));
  response.writeHead(200, { 'content-length': String(text.length) }).end(text);
}
