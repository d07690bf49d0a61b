import { githubPackages } from '../answers/registries.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { githubError, reply, type Exchange } from './reply.ts';
import { repositoryObjections } from './repository-check.ts';

/** A version in the words of GitHub. Tests may set any key, to any value, right or wrong. */
export type PackageVersion = Record<string, unknown>;

const accept = 'application/vnd.github+json';

/** A version of a container of acme, with its tags; `digest` is given as its digits. */
export function anImageVersion(
  digits: string,
  tags: string[],
  overrides: PackageVersion = {},
): PackageVersion {
  // The address says whose version it is; the server adds it.
  const { url: _api, package_html_url: _page, ...version } = githubPackages.versions;
  return {
    ...version,
    ...{
      id: 4_294_967_301 + Number.parseInt(digits, 16),
      name: `sha256:${digits.padStart(64, '0')}`,
    },
    metadata: { package_type: 'container', container: { tags } },
    ...overrides,
  };
}

export type PackagesOptions = ProviderOptions & {
  token?: string;
  /** Versions by `type/name`, the newest first. */
  packages?: Record<string, PackageVersion[]>;
};

type PackagesState = {
  packages: Record<string, PackageVersion[]>;
  /** Whether acme is an organisation, or a person. */
  owners: 'orgs' | 'users';
  scopes: string;
};

/** The packages of acme at a GitHub on 127.0.0.1. */
export type PackagesServer = PackagesState & ProviderServer & { baseUrl: string };

export async function startPackagesServer({
  token = '',
  packages = {},
  ...options
}: PackagesOptions = {}): Promise<PackagesServer> {
  const state: PackagesState = { packages, owners: 'orgs', scopes: 'read:packages' };
  const server = await startProviderServer(options, {
    objections: (request) => [
      ...repositoryObjections(request, token, accept),
      ...(request.headers['x-github-api-version'] === '2022-11-28' ? [] : ['no pinned version']),
      ...(Number(request.query.get('per_page') ?? 0) > 100 ? ['more than 100 a page'] : []),
    ],
    error: githubError,
    answer(exchange) {
      exchange.response.setHeader('x-oauth-scopes', state.scopes);
      const { authorization } = exchange.request.headers;
      if (authorization === `Bearer ${token}`) answer(exchange, state);
      else exchange.error(401, 'Bad credentials');
    },
  });
  return Object.assign(state, server, { baseUrl: server.origin });
}

function answer(exchange: Exchange, { packages, owners }: PackagesState): void {
  const { pathname, searchParams } = exchange.url;
  const [, below] = new RegExp(`^/${owners}/acme/packages(/.*)?$`).exec(pathname) ?? ['', null];
  const [type = '', name = '', versions] = (below ?? '')
    .split('/')
    .slice(1)
    .map(decodeURIComponent);
  const found = packages[`${type}/${name}`];
  if (below === null) exchange.error(404, 'Not Found');
  else if (below === undefined) {
    const asked = `${searchParams.get('package_type')}/`;
    page(
      exchange,
      Object.keys(packages)
        .filter((key) => key.startsWith(asked))
        .map((key) => describe(key.slice(asked.length), asked.slice(0, -1))),
    );
  } else if (found === undefined) exchange.error(404, 'Package not found.');
  else if (versions === undefined) reply(exchange, 200, describe(name, type));
  else
    page(
      exchange,
      found.map((each) => ({ ...addressed(type, name), ...each })),
    );
}

function describe(name: string, type: string) {
  return { ...githubPackages.packages, name, package_type: type };
}

/** A version names its package in its addresses only. */
export function addressed(type: string, name: string): PackageVersion {
  const at = `${type}/${encodeURIComponent(name)}`;
  return {
    url: `https://api.github.com/orgs/acme/packages/${at}/versions/1`,
    package_html_url: `https://github.com/orgs/acme/packages/${type}/package/${encodeURIComponent(name)}`,
  };
}

function page(exchange: Exchange, rows: readonly object[]): void {
  const { url, behaviour } = exchange;
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const number = Number(url.searchParams.get('page') ?? 1);
  const shown = rows.slice((number - 1) * size, number * size);
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  const target = behaviour.links === 'relative' ? `${next.pathname}${next.search}` : next.href;
  const link = `<${target}>; rel="next"`;
  reply(exchange, 200, shown, number * size < rows.length ? { link } : {});
  behaviour.afterPage(number);
}
