import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedRollout } from '#shared/model/delivery/rows.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { ListStep, ListThings } from '../provider.ts';
import { walkPages, type Answered } from '../reading/walk.ts';
import { isRecord } from '../record.ts';
import { withPods, type PodsAsked } from './list-pods.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { resources, type Resource } from './resources.ts';
import { rolloutsIn } from './rollouts.ts';
import { ask, listUrl, openCluster, type Cluster } from './source.ts';

const pageSize = '500';

type Step = ListStep<NormalisedRollout>;

/**
 * Walks through the workloads of the cluster as they are now, one resource after the other. The
 * revision is a part of their keys: what a list no longer shows was replaced by a later revision of
 * the same name, or is gone where there is none.
 */
export async function* listRollouts(options: ListThings): AsyncGenerator<Step, void, undefined> {
  const cluster = openCluster(options);
  const pods: PodsAsked = { left: mostPodLists };
  const untold = new Set<string>();
  const warnings: ImportWarning[] = [];
  let watermark: string | null = null;
  for (const resource of resources) {
    try {
      for await (const step of listWhole(cluster, resource, pods)) {
        if (step.type === 'complete') {
          watermark ??= step.watermark;
          warnings.push(...placed(resource, step.warnings));
          continue;
        }
        yield step.type === 'page' ? { ...step, warnings: placed(resource, step.warnings) } : step;
        if (step.type === 'rate-limited') return;
      }
    } catch (error) {
      if (!mayBeLeftOut(resource, error)) throw error;
      if (error instanceof NotInstalled) continue;
      untold.add(resource.kind);
      warnings.push({ at: resource.name, reason: `were left out: ${error.message}` });
    }
  }
  // The kind stands behind the namespace, or first where there is none.
  const isUntold = (key: string) => key.split('/', 2).some((part) => untold.has(part));
  yield {
    ...{ type: 'complete', watermark: watermark ?? '', warnings },
    ...(untold.size > 0 ? { untold: isUntold } : {}),
  };
}

/** The most workloads whose pods are asked for in one sync. */
const mostPodLists = 100;

function mayBeLeftOut({ mayLack }: Resource, error: unknown): error is Refusal {
  return mayLack && error instanceof Refusal && ['forbidden', 'not_found'].includes(error.code);
}

function placed({ name }: Resource, warnings: readonly ImportWarning[]): ImportWarning[] {
  return warnings.map(({ at, reason }) => ({ at: `${name}, ${at}`, reason }));
}

/** The token to go on with is kept for minutes only: once it has expired the list begins anew, once. */
class Expired extends Refusal {}

/** A resource that nobody added to this cluster. */
class NotInstalled extends Refusal {}

async function* listWhole(
  cluster: Cluster,
  resource: Resource,
  pods: PodsAsked,
): AsyncGenerator<Step, void, undefined> {
  try {
    yield* listPages(cluster, resource, pods);
  } catch (error) {
    if (!(error instanceof Expired)) throw error;
    yield* listPages(cluster, resource, pods);
  }
}

function listPages(
  cluster: Cluster,
  resource: Resource,
  pods: PodsAsked,
): AsyncGenerator<Step, void, undefined> {
  const query = new URLSearchParams({ limit: pageSize });
  return walkPages<NormalisedRollout>({
    called: 'Kubernetes',
    first: `${listUrl(cluster, resource.group, resource.name)}?${query}`,
    // It has none for lists, and a page that a proxy calls unchanged would not say what is gone.
    etags: { get: () => undefined, set: () => undefined },
    ask: (url) => ask(cluster, url),
    refused(answer) {
      const { code, message } = refusalOf(cluster, answer, resource.name);
      if (answer.status === 410) return new Expired(code, message);
      return answer.status === 404 ? new NotInstalled(code, message) : new Refusal(code, message);
    },
    async read(answer) {
      const page = pageOf(cluster, resource, answer);
      const first = rolloutsIn(resource.kind, page.items);
      const { items, limited } =
        resource.kind === 'Rollout'
          ? { items: page.items, limited: null }
          : await withPods(cluster, page.items, first.rows, pods);
      const read = items === page.items ? first : rolloutsIn(resource.kind, items);
      return { ...read, total: null, next: page.next, limited };
    },
  });
}

/** The objects of a page and the address of the one after it. Refuses another shape. */
function pageOf(cluster: Cluster, { name, kind }: Resource, { body, url }: Answered) {
  const items: unknown = isRecord(body) ? (body['items'] ?? []) : undefined;
  const isList = isRecord(body) && body['kind'] === `${kind}List`;
  if (!isList || !Array.isArray(items)) {
    throw unexpectedShape(cluster, `a list of ${name}`, body);
  }
  const list: readonly unknown[] = items;
  const metadata = body['metadata'];
  const token = isRecord(metadata) ? metadata['continue'] : undefined;
  if (typeof token !== 'string' || token === '') return { items: list, next: null };
  const target = new URL(url);
  target.searchParams.set('continue', token);
  return { items: list, next: target.href };
}
