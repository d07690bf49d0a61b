import type { CellEvent, ShownFact } from '#shared/model/delivery/matrix.ts';
import type { DeploymentResult } from '#shared/model/planning/releases.ts';
import { assertNever } from '#shared/model/refusal.ts';
import type { Brought } from './brought-components.ts';
import { isSameVersion } from './same-build.ts';

/** A deployment of a release as it went, with what it brought. Instants are ISO 8601 in UTC. */
export type WentDeployment = {
  id: string;
  releaseId: string;
  environmentId: string;
  actualStartAt: string;
  /** Null while it is under way; then the result is null as well. */
  actualEndAt: string | null;
  result: DeploymentResult | null;
  brought: readonly Brought[];
};

export type PlacedEvent = CellEvent & { serviceId: string; environmentId: string };

/**
 * What the deployments did to each cell until `at`, oldest first.
 *
 * - One that succeeded puts its version there, from its end on.
 * - One that was rolled back puts back what stood there before its release came, from its end on:
 *   whatever of that release had succeeded there goes with it. Where nothing stood before, nothing
 *   is known to.
 * - One that failed changes nothing.
 * - One that had begun and not ended by `at` is under way, whatever became of it later.
 *
 * How the release ended says nothing of its own: it is the deployments that were recorded.
 */
export function recordedEvents(deployments: readonly WentDeployment[], at: string): PlacedEvent[] {
  const begun = deployments.filter(({ actualStartAt }) => actualStartAt <= at);
  const inOrder = begun.toSorted((one, other) => compare(orderOf(one, at), orderOf(other, at)));
  /** What stands in each cell, with what would be put back under it. */
  const stacks = new Map<string, ShownFact[]>();
  return inOrder.flatMap((deployment) =>
    deployment.brought.map((brought) => {
      const { environmentId } = deployment;
      const key = cellKey(brought.serviceId, environmentId);
      const stack = stacks.get(key) ?? [];
      stacks.set(key, stack);
      return { ...eventOf(deployment, brought, stack, at), environmentId };
    }),
  );
}

export function cellKey(serviceId: string, environmentId: string): string {
  return `${serviceId} ${environmentId}`;
}

/** The facts in what happened, whichever source told it. */
export function factsOf(events: readonly PlacedEvent[]): ShownFact[] {
  return events.flatMap(({ what, stands, ...event }) => {
    if (what === 'failed' || what === 'under-way') return [];
    return [stands ?? nothingFrom(event)];
  });
}

type Event = CellEvent & { serviceId: string };

/** Changes the stack to what stands after the deployment. */
function eventOf(
  { id, releaseId, environmentId, actualStartAt, actualEndAt, result }: WentDeployment,
  { serviceId, version, commit }: Brought,
  stack: ShownFact[],
  at: string,
): Event {
  const what = { serviceId, version, commit, deploymentId: id, releaseId, imported: null };
  if (actualEndAt === null || result === null || actualEndAt > at) {
    return { ...what, what: 'under-way', at: actualStartAt, stands: stack.at(-1) ?? null };
  }
  const ended = { since: actualEndAt, asOf: actualEndAt, deploymentId: id } as const;
  switch (result) {
    case 'succeeded': {
      const before = stack.at(-1);
      const isAgain = before !== undefined && isSameVersion(before, { version, commit });
      const stands: ShownFact = {
        ...{ serviceId, environmentId, version, commit, releaseId, ...ended },
        firstAt: isAgain ? before.firstAt : actualEndAt,
        ...{ how: 'deployed', source: 'recorded', imported: null },
      };
      stack.push(stands);
      return { ...what, what: 'deployed', at: actualEndAt, stands };
    }
    case 'rolled-back': {
      while (stack.at(-1)?.releaseId === releaseId) stack.pop();
      const before = stack.at(-1);
      const stands =
        before === undefined ? null : { ...before, ...ended, how: 'put-back' as const };
      return { ...what, what: 'rolled-back', at: actualEndAt, stands };
    }
    case 'failed':
      return { ...what, what: 'failed', at: actualEndAt, stands: stack.at(-1) ?? null };
    default:
      return assertNever(result);
  }
}

/** After a roll-back under which nothing stood: from then on nothing is known to be there. */
function nothingFrom(event: Omit<PlacedEvent, 'what' | 'stands'>): ShownFact {
  const { serviceId, environmentId, at, deploymentId } = event;
  return {
    ...{ serviceId, environmentId, version: null, commit: null, releaseId: null },
    ...{ since: at, firstAt: at, asOf: at, deploymentId, how: 'put-back' },
    ...{ source: 'recorded', imported: null },
  };
}

/** By their ends, those under way behind all others. */
function orderOf({ id, actualStartAt, actualEndAt }: WentDeployment, at: string): string {
  const end = actualEndAt === null || actualEndAt > at ? '~' : actualEndAt;
  return `${end} ${actualStartAt} ${id}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
