import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import { isRecord } from '../record.ts';
import { idOf } from './normalise-runs.ts';
import { pendingDeployment, type PendingDeployment } from './schema.ts';
import { ask, type Github } from './source.ts';

export type Pending = Map<string, readonly PendingDeployment[]>;

/**
 * What holds each waiting run: only this tells a wait for a person from a timer. A run whose pending
 * deployments cannot be had (the token may lack “Deployments: read”) is left out with a warning and
 * counts as queued.
 */
export async function readPending(
  github: Github,
  runs: readonly unknown[],
  warnings: ImportWarning[],
): Promise<Pending> {
  const ids = new Set(runs.filter(isWaiting).map(idOf));
  const pending: Pending = new Map();
  await Promise.all(
    Array.from(ids, async (id) => {
      const answer = await ask(github, `${github.root}/actions/runs/${id}/pending_deployments`);
      const list = answer.kind === 'ok' ? pendingDeployment.array().safeParse(answer.body) : null;
      if (list?.success) pending.set(id, list.data);
      else {
        const why = answer.kind === 'rate-limited' ? answer.message : withoutRight;
        warnings.push({ at: `run ${id}`, reason: `waits and shows as queued: ${why}` });
      }
    }),
  );
  return pending;
}

const withoutRight =
  'what it waits for could not be read. Give the token the right “Deployments: read”';

function isWaiting(raw: unknown): boolean {
  if (!isRecord(raw) || !/^\d+$/.test(idOf(raw))) return false;
  return typeof raw['status'] === 'string' && raw['status'].trim().toLowerCase() === 'waiting';
}
