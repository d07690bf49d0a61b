import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';
import { repositoryObjections } from './repository-check.ts';

/** A file of a repository, by its path from the root: `libs/com/acme/shop/1.2.0/shop-1.2.0.jar`. */
export type StoredFile = { path: string; sha256?: string; size?: number; modified?: string };

/** What of a file is told, in the words of `?list`. */
export function listedFile({ path, sha256, size = 1234, modified }: StoredFile, from: string) {
  return {
    uri: path.slice(from.length),
    ...{ size, folder: false, lastModified: modified ?? '2026-02-01T11:00:00.893+0100' },
    ...{ sha1: hexOf(path).slice(0, 40), sha2: sha256 ?? hexOf(path) },
  };
}

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex').slice(-64).padStart(64, '0');
}

export type ArtifactoryOptions = ProviderOptions & {
  token?: string | null;
  /** The header it is expected in, with what stands before it. */
  sentAs?: (token: string) => [header: string, value: string];
  files?: StoredFile[];
};

type ArtifactoryState = {
  files: StoredFile[];
  /** The free edition has no lists of files. */
  isPro: boolean;
  /** Further children of every folder, right or wrong. */
  oddChildren: unknown[];
};

/** An Artifactory on 127.0.0.1. */
export type ArtifactoryServer = ArtifactoryState & ProviderServer & { baseUrl: string };

const root = '/artifactory/api/storage/';

export async function startArtifactoryServer(
  options: ArtifactoryOptions = {},
): Promise<ArtifactoryServer> {
  const {
    token = null,
    files = [],
    sentAs = (each) => ['authorization', `Bearer ${each}`],
  } = options;
  const state: ArtifactoryState = { files, isPro: true, oddChildren: [] };
  const server = await startProviderServer(options, {
    objections: (request) => repositoryObjections(request, token),
    error(exchange, status, message, headers) {
      exchange.response.setHeader('x-artifactory-id', 'a1b2c3');
      reply(exchange, status, { errors: [{ status, message }] }, headers);
    },
    answer(exchange) {
      const [header, value] = token === null ? ['authorization', undefined] : sentAs(token);
      exchange.response.setHeader('x-artifactory-id', 'a1b2c3');
      if (exchange.request.headers[header] === value) answer(exchange, state);
      else exchange.error(401, 'Bad credentials');
    },
  });
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}/artifactory` });
}

const pro =
  'This REST API is available only in Artifactory Pro (see: jfrog.com/artifactory/features).';

function answer(exchange: Exchange, state: ArtifactoryState): void {
  const { pathname, searchParams } = exchange.url;
  const path = decodeURIComponent(pathname.slice(root.length));
  const below = state.files.filter((each) => each.path.startsWith(`${path}/`));
  const file = state.files.find((each) => each.path === path);
  if (!pathname.startsWith(root) || (below.length === 0 && !file)) {
    exchange.error(404, 'Unable to find item');
  } else if (searchParams.has('list') && !state.isPro) exchange.error(400, pro);
  else if (searchParams.has('list')) {
    const uri = `${exchange.origin}${pathname}`;
    reply(exchange, 200, { uri, files: below.map((each) => listedFile(each, path)) });
  } else if (file) reply(exchange, 200, infoOf(exchange, file));
  else reply(exchange, 200, folderOf(exchange, state, path, below));
}

function infoOf({ origin }: Exchange, file: StoredFile) {
  const [repo, ...rest] = file.path.split('/');
  const { size, lastModified, sha1, sha2 } = listedFile(file, '');
  return {
    ...{ repo, path: `/${rest.join('/')}`, created: lastModified, lastModified },
    ...{ downloadUri: `${origin}/artifactory/${file.path}`, size: String(size) },
    ...{ checksums: { sha1, sha256: sha2 }, uri: `${origin}${root}${file.path}` },
  };
}

function folderOf(
  { origin }: Exchange,
  { oddChildren }: ArtifactoryState,
  path: string,
  below: StoredFile[],
) {
  const [repo, ...rest] = path.split('/');
  const names = below.map((each) => each.path.slice(path.length + 1).split('/'));
  const children = new Map(names.map(([name = '', ...deeper]) => [name, deeper.length > 0]));
  return {
    ...{ repo, path: `/${rest.join('/')}`, uri: `${origin}${root}${path}` },
    children: [
      ...[...children].map(([name, folder]) => ({ uri: `/${name}`, folder })),
      ...oddChildren,
    ],
  };
}
