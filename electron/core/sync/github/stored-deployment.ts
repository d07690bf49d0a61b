import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import type { IsWaiting } from '../provider.ts';
import { shaped } from '../reading/answer-kinds.ts';
import { word, type Place } from '../reading/place.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { deployment, rowOf, type Deployment, type DeploymentStatus } from './deployments.ts';

/**
 * What is kept of a deployment, with its statuses beside it. It is known by its own number, which
 * GitHub gives once over all repositories, so that a renamed repository's stay the same. Its statuses
 * come and go: they change the row and make none of their own. Null with a warning when it is none.
 */
export function storedDeployment(
  raw: unknown,
  place: Place,
  isWaiting: IsWaiting,
): NormalisedDeployment | null {
  if (!isRecord(raw)) {
    place.warn('', `expected a deployment, found ${kindOfValue(raw)}`);
    return null;
  }
  const found = shaped(deployment, raw, place, 'the deployment');
  return found === null ? null : keptRow(found, place, isWaiting);
}

/** The same of a deployment that was read already. */
export function keptRow(
  found: Deployment,
  place: Place,
  isWaiting: IsWaiting,
): NormalisedDeployment {
  const statuses = newestFirst(found.statuses ?? []);
  const { row, shown } = rowOf({ ...found, statuses }, place);
  const changed = place.date('updated_at', found.updated_at);
  const updatedAt = (row.updatedAt ?? '') > (changed ?? '') ? row.updatedAt : changed;
  const kept = { ...row, externalId: String(found.id), updatedAt };
  const waits = word(shown?.state) === 'pending' && isWaiting(runIn(shown) ?? '');
  return waits ? { ...kept, status: 'needs-approval' } : kept;
}

/** The run that deploys, in the address of its log. */
function runIn(shown: DeploymentStatus | undefined): string | null {
  const address = shown?.log_url || shown?.target_url || '';
  return /\/actions\/runs\/(\d+)/.exec(address)?.[1] ?? null;
}

/** As GitHub lists them; a file may have them in another order. */
function newestFirst(statuses: readonly DeploymentStatus[]): DeploymentStatus[] {
  return statuses.toSorted((a, b) => {
    const [earlier, later] = [a.created_at ?? '', b.created_at ?? ''];
    return earlier === later ? Number(b.id) - Number(a.id) : earlier < later ? 1 : -1;
  });
}
