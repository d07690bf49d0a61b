import type { NormalisedRollout } from '#shared/model/delivery/rows.ts';
import type { RateLimited } from '../http/answer.ts';
import { askInTens } from '../reading/in-tens.ts';
import { isRecord } from '../record.ts';
import { refusalOf } from './refusal.ts';
import { asksWhy } from './rollouts.ts';
import { ask, type Cluster } from './source.ts';

/** How many more lists of pods may be asked for in this sync; none once the right is missing. */
export type PodsAsked = { left: number };

type Asked = { items: readonly unknown[]; limited: RateLimited | null };

/**
 * The objects of a page with the pods beside those that do not get on, as an export may have them:
 * only pods say why. Without the right to see them it stays unsaid.
 */
export async function withPods(
  cluster: Cluster,
  items: readonly unknown[],
  rows: readonly NormalisedRollout[],
  asked: PodsAsked,
): Promise<Asked> {
  const moving = new Set(
    rows.flatMap(({ status, namespace, name }) =>
      asksWhy(status) ? [`${namespace}/${name}`] : [],
    ),
  );
  const stuck = items.flatMap((item, n) => {
    const place = selected(item);
    return place !== null && moving.has(place.key) ? [{ n, ...place }] : [];
  });
  if (stuck.length === 0) return { items, limited: null };
  const { told, limited } = await askInTens(stuck, async ({ n, namespace, labels }) => {
    const pods = await podsOf(cluster, namespace, labels, asked);
    return pods.kind === 'told' ? { kind: 'told', told: { n, pods: pods.list } } : pods;
  });
  const by = new Map(told.map(({ n, pods }) => [n, pods]));
  return {
    items: items.map((item, n) =>
      isRecord(item) && by.has(n) ? { ...item, pods: by.get(n) } : item,
    ),
    limited,
  };
}

async function podsOf(
  cluster: Cluster,
  namespace: string,
  labels: string,
  asked: PodsAsked,
): Promise<{ kind: 'told'; list: readonly unknown[] } | RateLimited> {
  if (asked.left <= 0) return { kind: 'told', list: [] };
  asked.left -= 1;
  const query = new URLSearchParams({ labelSelector: labels, limit: '100' });
  const url = `${cluster.baseUrl}/api/v1/namespaces/${encodeURIComponent(namespace)}/pods?${query}`;
  const answer = await ask(cluster, url);
  if (answer.kind === 'rate-limited') return answer;
  if (answer.kind === 'refused') {
    if (answer.status === 401) throw refusalOf(cluster, answer, 'pods');
    if (answer.status === 403) asked.left = 0;
    return { kind: 'told', list: [] };
  }
  const items: unknown = answer.kind === 'ok' && isRecord(answer.body) ? answer.body['items'] : [];
  return { kind: 'told', list: Array.isArray(items) ? items : [] };
}

/** Where the pods of a workload are, and by which labels; null where it does not say. */
function selected(item: unknown): { key: string; namespace: string; labels: string } | null {
  if (!isRecord(item) || !isRecord(item['metadata']) || !isRecord(item['spec'])) return null;
  const { name, namespace } = item['metadata'];
  const selector = item['spec']['selector'];
  const wanted = isRecord(selector) ? selector['matchLabels'] : undefined;
  if (typeof name !== 'string' || typeof namespace !== 'string' || !isRecord(wanted)) return null;
  const labels = Object.entries(wanted).map(([key, value]) => `${key}=${String(value)}`);
  if (labels.length === 0) return null;
  return { key: `${namespace}/${name}`, namespace, labels: labels.join(',') };
}
