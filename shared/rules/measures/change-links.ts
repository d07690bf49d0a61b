import type { LinkReason, OutReason } from '#shared/model/measures/terms.ts';
import { countUpTo } from './deployment-order.ts';
import type { Change, Deployment, Finished } from './rows.ts';

/** The deployment that brought a change to users and why, or why none did. */
export type ChangeLink =
  | { change: Change; to: Finished; reason: LinkReason }
  | { change: Change; to: null; out: OutReason; of: string | null };

type Ground = {
  /** Production deployments that reached users, by finish. */
  live: readonly Finished[];
  isLive(row: Deployment): row is Finished;
  byId(id: string): Deployment | undefined;
  /** Whether a change whose commit no deployment names is looked for by the time of its merge. */
  byTime: boolean;
};

/**
 * Which deployment brought each change to users: the one given by hand, else the first live one of
 * its commit, else the first live one that began after the merge, for a deployment names its last
 * commit only. A rollback brings earlier code, so it brings no change; a commit deployed again
 * stays with its first deployment. n log n.
 */
export function linkChanges(
  changes: readonly Change[],
  ground: Ground,
): ReadonlyMap<string, ChangeLink> {
  const forward = ground.live.filter(({ rollbackOf }) => rollbackOf === null);
  const firstOf = firstByCommit(forward);
  const starts = new Map(
    [...Map.groupBy(forward, ({ service }) => service)].map(([service, rows]) => [
      service,
      byStart(rows),
    ]),
  );
  const link = (change: Change): ChangeLink => {
    if (change.deploymentId !== null) return byHand(change, change.deploymentId, ground);
    const same =
      change.commit === null ? undefined : firstOf.get(change.service)?.get(change.commit);
    if (same !== undefined) return { change, to: same, reason: 'sameCommit' };
    return afterMerge(change, starts.get(change.service) ?? [], ground.byTime);
  };
  return new Map(changes.map((change) => [change.id, link(change)]));
}

/** The first deployment of each commit of each service, rows being by finish. */
function firstByCommit(rows: readonly Finished[]): Map<string, Map<string, Finished>> {
  const found = new Map<string, Map<string, Finished>>();
  for (const row of rows) {
    if (row.commit === null) continue;
    const commits = found.get(row.service) ?? new Map<string, Finished>();
    found.set(row.service, commits);
    if (!commits.has(row.commit)) commits.set(row.commit, row);
  }
  return found;
}

type Start = { at: number; first: Finished };

/** Starts in ascending order, each with whichever finishes first of it and all that begin later. */
function byStart(rows: readonly Finished[]): Start[] {
  const starts = rows
    .map((row) => ({ at: row.startedAt ?? row.finishedAt, first: row }))
    .toSorted((a, b) => a.at - b.at);
  for (let place = starts.length - 2; place >= 0; place--) {
    const own = starts[place];
    const later = starts[place + 1];
    if (own !== undefined && later !== undefined && later.first.finishedAt < own.first.finishedAt) {
      own.first = later.first;
    }
  }
  return starts;
}

function byHand(change: Change, id: string, { byId, isLive }: Ground): ChangeLink {
  const to = byId(id);
  if (to === undefined) return { change, to: null, out: 'linkedElsewhere', of: id };
  if (!isLive(to)) return { change, to: null, out: 'linkedNotLive', of: id };
  return { change, to, reason: 'byHand' };
}

function afterMerge(change: Change, starts: readonly Start[], byTime: boolean): ChangeLink {
  if (change.mergedAt === null) return { change, to: null, out: 'notMerged', of: null };
  const before = countUpTo(starts, ({ at }) => at, change.mergedAt, false);
  const to = starts[before]?.first;
  if (to === undefined) return { change, to: null, out: 'notDeployed', of: null };
  if (!byTime) return { change, to: null, out: 'unlinkedSquash', of: null };
  return { change, to, reason: 'firstAfterMerge' };
}
