import { release } from '#core/database/schema/planning.ts';
import { alive, oneOf } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { deployment } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import type {
  SlipExpected,
  SlipNetwork,
  SlipRelease,
} from '#shared/rules/planning/moves/slip-network.ts';
import { countingDeployments } from '#shared/rules/planning/start.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { environmentKinds, toDeployment } from '../releases/index.ts';

export type NetworkRelease = SlipRelease & { number: number; trainId: string | null };
export type Network = Omit<SlipNetwork, 'releases'> & { releases: readonly NetworkRelease[] };

type Tie = { id: string; from: string; to: string; lagDays: number };

/** What of the network counts: all that could move with a release, or all it waits for. */
type Direction = 'moving with' | 'waited for by';

/**
 * The releases a question about one of them is decided by, with what ties them: those that can move
 * with it and what each of these waits for, or those it waits for, however far away.
 */
export function readNetwork(store: Store, id: string, direction: Direction): Network {
  const ties = readTies(store);
  const parents = readParents(store);
  const next = Map.groupBy(
    direction === 'moving with'
      ? [
          ...ties.map(({ from, to }) => ({ at: from, other: to })),
          ...parents.map(({ parentId, childId }) => ({ at: parentId, other: childId })),
        ]
      : ties.map(({ from, to }) => ({ at: to, other: from })),
    ({ at }) => at,
  );
  const found = new Set([id]);
  // What a set is given while it is walked through is walked through too.
  for (const at of found) for (const { other } of next.get(at) ?? []) found.add(other);
  const links = ties.filter(({ to }) => found.has(to));
  const ids = [...new Set([...found, ...links.map(({ from }) => from)])].toSorted();
  const { zone, workingDays } = readWorkspace(store);
  return {
    releases: readReleases(store, ids),
    links,
    expected: readExpected(store, [...found]),
    ...{ zone, workingDays },
  };
}

function readTies({ raw }: Store): Tie[] {
  return raw
    .prepare<[], Tie>(
      `SELECT id, target_release_id AS "from", release_id AS "to", lag_days AS lagDays
       FROM dependency
       WHERE deleted_hlc IS NULL AND target_release_id IS NOT NULL AND state <> 'met' ORDER BY id`,
    )
    .all();
}

function readParents({ raw }: Store): { parentId: string; childId: string }[] {
  return raw
    .prepare<[], { parentId: string; childId: string }>(
      `SELECT parent_id AS parentId, id AS childId FROM release
       WHERE deleted_hlc IS NULL AND parent_id IS NOT NULL ORDER BY id`,
    )
    .all();
}

function readExpected({ raw }: Store, ids: readonly string[]): (SlipExpected & { id: string })[] {
  return raw
    .prepare<[string], SlipExpected & { id: string }>(
      `SELECT id, release_id AS releaseId, title, expected_on AS expectedOn, lag_days AS lagDays
       FROM dependency
       WHERE deleted_hlc IS NULL AND expected_on IS NOT NULL AND target_release_id IS NULL
       AND state <> 'met' AND release_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(ids));
}

function readReleases(store: Store, ids: readonly string[]): NetworkRelease[] {
  const { id, number, name, phase, outcome, holdReason, parentId, trainId } = release;
  const rows = store.orm
    .select({ id, number, name, phase, outcome, holdReason, parentId, trainId })
    .from(release)
    .where(alive(release, oneOf(release.id, ids)))
    .all();
  const kinds = environmentKinds(store);
  const places = new Map(listEnvironments(store).map((each) => [each.id, each.name]));
  const planned = partsOf(store, deployment, ids, 'startAt');
  return rows.map((row) => {
    const deployments = planned(row.id).map(toDeployment);
    const counting = new Set(countingDeployments(deployments, kinds).map((each) => each.id));
    return {
      ...row,
      deployments: deployments.map((each) => ({
        ...{ id: each.id, startAt: each.startAt, zone: each.zone },
        place: places.get(each.environmentId) ?? 'an unknown environment',
        durationMinutes: each.durationMinutes,
        ...{ actualStartAt: each.actualStartAt, actualEndAt: each.actualEndAt },
        counts: counting.has(each.id),
      })),
    };
  });
}
