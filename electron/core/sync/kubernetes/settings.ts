import { Refusal } from '#shared/model/refusal.ts';
import { createPageGuard } from '../http/paging.ts';
import type { ProviderSettings, Source } from '../provider.ts';
import { isRecord } from '../record.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, listUrl, openCluster, type Cluster } from './source.ts';

/** Made by the cluster or by Helm for itself; no settings of anybody's. */
const machineMade = new Set(['kubernetes.io/service-account-token', 'helm.sh/release.v1']);
const clusterAuthority = 'kube-root-ca.crt';

/**
 * The ConfigMaps and Secrets of a namespace as one list of manifests, as `kubectl get` would write
 * them. Secrets a token may not read are left out with a note. Refuses (`invalid_input`) a connection
 * without a namespace: settings are compared of one.
 */
export async function readSettings(source: Source): Promise<ProviderSettings> {
  const cluster = openCluster(source);
  if (cluster.namespace === '') {
    throw new Refusal('invalid_input', 'Type the namespace whose settings are to be compared');
  }
  const notes: string[] = [];
  const maps = await listAll(cluster, 'configmaps');
  const secrets = await listAll(cluster, 'secrets').catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'forbidden') throw error;
    notes.push(`Secrets were left out: ${error.message}.`);
    return [];
  });
  const items = [
    ...maps.map((item) => ({ ...item, apiVersion: 'v1', kind: 'ConfigMap' })),
    ...secrets.map((item) => ({ ...item, apiVersion: 'v1', kind: 'Secret' })),
  ];
  const kept = items.filter((item) => !isMachineMade(item));
  return { text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: kept }), notes };
}

function isMachineMade(item: Record<string, unknown>): boolean {
  const { type, metadata } = item;
  const name = isRecord(metadata) ? metadata['name'] : undefined;
  return (typeof type === 'string' && machineMade.has(type)) || name === clusterAuthority;
}

async function listAll(
  cluster: Cluster,
  name: 'configmaps' | 'secrets',
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  const guard = createPageGuard();
  const first = `${listUrl(cluster, 'api/v1', name)}?limit=500`;
  for (let url: string | null = first; url !== null && guard.enter(url);) {
    const answer = await ask(cluster, url, { limits: { maxRetries: 1, longestWaitMs: 5000 } });
    if (answer.kind === 'refused') throw refusalOf(cluster, answer, name);
    if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
    const body: unknown = answer.kind === 'ok' ? answer.body : null;
    const items: unknown = isRecord(body) ? (body['items'] ?? []) : undefined;
    if (!isRecord(body) || !Array.isArray(items)) {
      throw unexpectedShape(cluster, `a list of ${name}`, body);
    }
    found.push(...items.filter(isRecord));
    const { metadata } = body;
    const token = isRecord(metadata) ? metadata['continue'] : undefined;
    url =
      typeof token === 'string' && token !== ''
        ? `${first}&continue=${encodeURIComponent(token)}`
        : null;
  }
  return found;
}
