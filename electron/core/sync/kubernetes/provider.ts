import { Refusal } from '#shared/model/refusal.ts';
import type { Answer } from '../http/answer.ts';
import type { Provider, Source } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { isRecord } from '../record.ts';
import { kubernetesAnswers } from './answers.ts';
import { listRollouts } from './list.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { resources } from './resources.ts';
import { readSettings } from './settings.ts';
import { ask, check, listUrl, nameOf, openCluster, type Cluster } from './source.ts';

/** Kubernetes by its API server: where the workloads of a namespace, or of all, stand. */
export const kubernetes: Provider = {
  called: 'Kubernetes',
  check,
  nameOf,
  rollouts: { isWhole: true, list: listRollouts },
  settings: readSettings,
  async test(source: Source) {
    const cluster = openCluster(source);
    const notes: string[] = [];
    for (const { name, group, mayLack, kind } of resources) {
      const answer = await askOnce(cluster, `${listUrl(cluster, group, name)}?limit=1`);
      if (answer.kind === 'refused') {
        if (!mayLack) throw refusalOf(cluster, answer, name);
        if (answer.status !== 404) notes.push(refusalOf(cluster, answer, name).message);
      } else if (!isRecord(answer.body) || answer.body['kind'] !== `${kind}List`) {
        throw unexpectedShape(cluster, `a list of ${name}`, answer.body);
      }
    }
    notes.push(...(await onNamespace(cluster)), ...(await onPods(cluster)));
    const { namespace } = cluster;
    return { repository: namespace || 'all namespaces', workflows: [], notes };
  },
  readFile: (chunks, options) => readAnswersFile(exported, chunks, options),
};

const exported = {
  called: 'Kubernetes',
  answers: kubernetesAnswers,
  howTo:
    'Export it with: kubectl get deployments,statefulsets,daemonsets,jobs,pods --namespace NAMESPACE -o json > rollouts.json',
};

/** A namespace that is not there has no objects, and so answers every list. */
async function onNamespace(cluster: Cluster): Promise<string[]> {
  const { namespace, baseUrl } = cluster;
  if (namespace === '') return [];
  const answer = await askOnce(cluster, `${baseUrl}/api/v1/namespaces/${namespace}`);
  if (answer.kind !== 'refused' || answer.status !== 404) return [];
  const message = `There is no namespace ${namespace} in this cluster (404). Type its name as kubectl get namespaces shows it`;
  throw new Refusal('not_found', message);
}

async function onPods(cluster: Cluster): Promise<string[]> {
  const answer = await askOnce(cluster, `${listUrl(cluster, 'api/v1', 'pods')}?limit=1`);
  if (answer.kind !== 'refused') return [];
  return [
    'The token may not list pods: a roll-out that does not get on will not say why. The role “view” has that right',
  ];
}

/** Somebody waits for the answer, so it is not tried for long. */
async function askOnce(
  cluster: Cluster,
  url: string,
): Promise<Extract<Answer, { kind: 'ok' | 'refused' }>> {
  const answer = await ask(cluster, url, { limits: { maxRetries: 1, longestWaitMs: 5000 } });
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  if (answer.kind === 'not-modified') throw unexpectedShape(cluster, 'an answer', null);
  return answer;
}
