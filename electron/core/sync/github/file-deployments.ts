import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import type { IsWaiting } from '../provider.ts';
import { shaped } from '../reading/answer-kinds.ts';
import { placeAt } from '../reading/place.ts';
import { isRecord } from '../record.ts';
import {
  deployment,
  deploymentIn,
  looksLikeDeployment,
  looksLikeStatus,
  status,
  type Deployment,
  type DeploymentStatus,
} from './deployments.ts';
import { keptRow } from './stored-deployment.ts';

/** True for a deployment or a status of one, whatever is wrong with its fields. */
export function isOfDeployment(value: unknown): boolean {
  return isRecord(value) && (looksLikeDeployment(value) || looksLikeStatus(value));
}

type Placed<T> = { found: T; at: string };

/**
 * Gathers the deployments of a file and their statuses, which stand beside their deployment
 * (`statuses`) or for themselves: `gh api` exports them one deployment at a time.
 */
export function collectDeployments() {
  const warnings: ImportWarning[] = [];
  const deployments = new Map<string, Placed<Deployment>>();
  const statuses = new Map<string, Placed<DeploymentStatus>[]>();
  /** Deployments with a status that cannot be read: what became of them is not known. */
  const unsure = new Set<string>();

  function takeStatus(value: Record<string, unknown>, at: string): void {
    const address = value['deployment_url'];
    const id = deploymentIn(typeof address === 'string' ? address : null);
    const found = shaped(status, value, placeAt(at, warnings), 'the status');
    if (id === null) {
      if (found !== null) warnings.push({ at, reason: 'names no deployment; left out' });
    } else if (found === null) unsure.add(id);
    else statuses.set(id, [...(statuses.get(id) ?? []), { found, at }]);
  }

  return {
    /** False for what is none of them. */
    take(value: unknown, at: string): boolean {
      if (!isRecord(value)) return false;
      if (looksLikeDeployment(value)) {
        const found = shaped(deployment, value, placeAt(at, warnings), 'the deployment');
        if (found !== null) deployments.set(String(found.id), { found, at });
      } else if (looksLikeStatus(value)) takeStatus(value, at);
      else return false;
      return true;
    },

    /** All that was taken, in the order of the file. */
    rows(isWaiting: IsWaiting): { rows: NormalisedDeployment[]; warnings: ImportWarning[] } {
      const all = [...deployments.values()];
      const isTold =
        statuses.size > 0 || all.some(({ found }) => (found.statuses ?? null) !== null);
      if (all.length > 0 && !isTold) warnings.push({ at: all[0]?.at ?? '', reason: nothingTold });
      for (const [id, [first]] of statuses) {
        if (!deployments.has(id) && first !== undefined) {
          warnings.push({
            at: first.at,
            reason: `its deployment ${id} is not in the file; left out`,
          });
        }
      }
      const rows = all.flatMap(({ found, at }) => {
        const id = String(found.id);
        if (unsure.has(id)) return [];
        const beside = statuses.get(id)?.map((each) => each.found) ?? [];
        const whole = { ...found, statuses: [...(found.statuses ?? []), ...beside] };
        const row = keptRow(whole, placeAt(at, warnings), isWaiting);
        return isTold ? [row] : [{ ...row, status: 'unknown' as const }];
      });
      return { rows, warnings };
    },
  };
}

const nothingTold =
  'the file has no statuses, so it is not known what became of its deployments. Export them behind it: for id in $(jq -r ".[].id" deployments.json); do gh api --paginate "repos/OWNER/NAME/deployments/$id/statuses" >> deployments.json; done';
