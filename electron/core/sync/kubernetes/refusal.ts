import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import type { Cluster } from './source.ts';

/** An answer that is no success as a message that says what to do; `resource` is what was asked for. */
export function refusalOf(cluster: Cluster, answer: Refused, resource: string): Refusal {
  const [code, message] = explain(cluster, answer, resource);
  return new Refusal(
    code,
    answer.said === '' ? message : `${message}. Kubernetes said: ${answer.said}`,
  );
}

/** A success with another shape than asked for: most often not the API server. */
export function unexpectedShape(cluster: Cluster, expected: string, found: unknown): Refusal {
  const message = `Kubernetes was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is that of the API server, as kubectl cluster-info shows it`;
  return new Refusal('unavailable', redact(message, cluster.credential));
}

function explain(
  { baseUrl, credential, namespace }: Cluster,
  { status, said }: Refused,
  resource: string,
): [ErrorCode, string] {
  const where = namespace === '' ? 'in all namespaces' : `in the namespace ${namespace}`;
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? 'Kubernetes refused the token (401): it is wrong, has expired, or its service account was deleted. Make a new one (kubectl create token) and save it with this connection'
          : `${baseUrl} does not know who asks (401). Add the token of a service account, or renew what its context signs in with`,
      ];
    case 403:
      return [
        'forbidden',
        /system:anonymous/.test(said)
          ? `${baseUrl} shows nobody its ${resource} without a token (403). Add one of a service account`
          : `The token may not list ${resource} ${where} (403). Bind the role “view” to its account ${namespace === '' ? 'by a ClusterRoleBinding, or type the one namespace it may read' : 'in that namespace'}`,
      ];
    case 404:
      return [
        'not_found',
        `There are no ${resource} on ${baseUrl} (404). Check that the address is that of the API server, with its path, as kubectl cluster-info shows it`,
      ];
    case 400:
    case 422:
      return [
        'invalid_input',
        `Kubernetes did not accept the question for ${resource} (${status})`,
      ];
    case 410:
      return [
        'unavailable',
        `The list of ${resource} grew too old while it was read, twice (410). Sync again; if it stays, read one namespace instead of all`,
      ];
    default:
      return [
        'unavailable',
        `Kubernetes at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}
