import { Refusal } from '#shared/model/refusal.ts';
import type { GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { basic, bearer, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';
import { namedPlaces } from '../reading/named-places.ts';

/** A checked source with the root of the registry's addresses. */
export type Registry = {
  http: Http;
  baseUrl: string;
  /** `<base>/v2` */
  root: string;
  /** What is read there, `acme/payments-api`. */
  names: readonly [string, ...string[]];
  /** The address people typed for a registry whose tokens another server gives; null for none. */
  tokenServer: string | null;
  /** What people gave, as the registry's own token server or `Basic` takes it. */
  given: Credential | null;
  /** What each repository is asked with now. */
  used: Map<string, Promise<Credential | null>>;
  signal: AbortSignal | undefined;
};

/** As the distribution specification writes names, which keeps them out of other addresses. */
const repositoryName =
  /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const longestName = 255;

const expected =
  'the name of a repository as it stands in the image, without host and tag, such as acme/payments-api; several with commas between';

/** Refuses (`invalid_input`) an address, a name or a given token that cannot be right. */
export function placeOf({
  baseUrl,
  repository,
  token,
}: Pick<Source, 'baseUrl' | 'repository' | 'token'>) {
  const base = parseBaseUrl(baseUrl).replace(/\/v2$/, '');
  const [addresses, names] = partsOf(repository);
  const isName = (name: string) => name.length <= longestName && repositoryName.test(name);
  return {
    ...{ base, names: namedPlaces(names.join(','), isName, expected) },
    tokenServer: tokenServerIn(addresses, base),
    given: token === null ? null : credentialOf(token),
  };
}

/** The names each once, the address of the token server behind them. */
export function nameOf(repository: string): string {
  const [addresses, names] = partsOf(repository);
  return [...new Set([...names, ...addresses])].join(', ');
}

/** Where what people gave is sent besides the registry itself. */
export function asksTokenAt(repository: string): string | null {
  return partsOf(repository)[0][0] ?? null;
}

function partsOf(repository: string): [addresses: string[], names: string[]] {
  const parts = repository.split(',').map((each) => each.trim());
  const isAddress = (each: string) => each.includes('://');
  return [parts.filter(isAddress), parts.filter((each) => each !== '' && !isAddress(each))];
}

function tokenServerIn([address, ...others]: readonly string[], base: string): string | null {
  if (address === undefined) return null;
  if (others.length > 0) throw refuse('Two addresses of a token server are given. Type one');
  const server = parseBaseUrl(address);
  if (base.startsWith('https:') && !server.startsWith('https:')) {
    throw refuse(`The address of the token server, ${server}, must begin with https:// as well`);
  }
  return server;
}

/** With a user before it, it is a password; alone it is a token the registry takes as it is. */
function credentialOf(token: string): Credential {
  return token.includes(':') ? basic(token) : bearer(token);
}

export function openRegistry({ http, signal, ...place }: Source): Registry {
  const { base, names, tokenServer, given } = placeOf(place);
  const root = `${base}/v2`;
  return { ...{ http, baseUrl: base, root, names, tokenServer, given, signal }, used: new Map() };
}

export type Asked = Pick<GetRequest, 'method' | 'limits'> & { accept?: string };

/** One read of the registry, with this credential. */
export function send(
  registry: Registry,
  url: string,
  credential: Credential | null,
  { accept = 'application/json', ...more }: Asked = {},
) {
  const { http, baseUrl, signal } = registry;
  return http.get({ ...more, url, baseUrl, provider, credential, accept, signal });
}

export const provider = 'The registry';

function refuse(message: string): Refusal {
  return new Refusal('invalid_input', message, { repository: message });
}
