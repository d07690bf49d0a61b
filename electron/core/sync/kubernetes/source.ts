import { Refusal } from '#shared/model/refusal.ts';
import type { GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { bearer, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';

/** A checked source: an API server, and the namespace that is read there. */
export type Cluster = {
  http: Http;
  /** The API server, also below a path where several are behind one host. */
  baseUrl: string;
  /** Empty reads all of them. */
  namespace: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
};

/** What Kubernetes allows in the name of a namespace. */
const namespaceName = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Refuses (`invalid_input`) an address, a namespace or a given token that cannot be right. */
export function check({
  baseUrl,
  repository,
  token,
}: Pick<Source, 'baseUrl' | 'repository' | 'token'>) {
  const base = parseBaseUrl(baseUrl);
  const namespace = nameOf(repository);
  if (namespace !== '' && !namespaceName.test(namespace)) {
    const message = `“${namespace.slice(0, 100)}” is no namespace. Type its name as kubectl get namespaces shows it, such as payments, or leave it empty for all`;
    throw new Refusal('invalid_input', message, { repository: message });
  }
  return { base, namespace, credential: token === null ? null : bearer(token) };
}

export function nameOf(repository: string): string {
  return repository.trim();
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openCluster({ http, signal, ...place }: Source): Cluster {
  const { base, namespace, credential } = check(place);
  return { http, baseUrl: base, namespace, credential, signal };
}

/** What is read of a group of the API, in the namespace or in all. */
export function listUrl({ baseUrl, namespace }: Cluster, group: string, resource: string): string {
  const within = namespace === '' ? '' : `namespaces/${namespace}/`;
  return `${baseUrl}/${group}/${within}${resource}`;
}

/** One GET. Everything asked of Kubernetes here is below the API server's own address. */
export function ask(cluster: Cluster, url: string, more?: Pick<GetRequest, 'limits'>) {
  return cluster.http.get({
    ...more,
    url,
    baseUrl: cluster.baseUrl,
    provider: 'Kubernetes',
    credential: cluster.credential,
    accept: 'application/json',
    signal: cluster.signal,
  });
}
