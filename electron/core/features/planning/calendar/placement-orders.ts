import { eq } from 'drizzle-orm';
import { partsOf } from '#core/database/plain-rows.ts';
import { dependency } from '#core/database/schema/plan.ts';
import { deployment, release } from '#core/database/schema/planning.ts';
import { alive, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Order } from '#shared/rules/planning/placement/ground.ts';
import { plannedStarts } from '../releases/index.ts';

const minuteMs = 60_000;

type Row = Plain<typeof dependency>;

/** What has to be over before a release starts, and what waits for it to be over. */
export function ordersOf(store: Store, releaseId: string, zone: string): Order[] {
  if (!hasOrders(store, releaseId)) return [];
  const needs = partsOf(store, dependency, [releaseId])(releaseId);
  const waiting = store.orm
    .select(plain(dependency))
    .from(dependency)
    .where(alive(dependency, eq(dependency.targetReleaseId, releaseId)))
    .all();
  const open = (row: Row) => row.state !== 'met';
  const ids = [
    ...needs.map(({ targetReleaseId }) => targetReleaseId ?? ''),
    ...waiting.map((row) => row.releaseId),
  ];
  if (!needs.some(open) && !waiting.some(open)) return [];
  const others = new Map(
    store.orm
      .select(plain(release))
      .from(release)
      .where(alive(release, oneOf(release.id, ids)))
      .all()
      .map((row) => [row.id, row]),
  );
  const deployments = partsOf(store, deployment, ids, 'startAt');
  const starts = plannedStarts(store, ids);
  return [
    ...needs.filter(open).flatMap((row) => {
      const target = others.get(row.targetReleaseId ?? '');
      return before(row, target, target === undefined ? [] : deployments(target.id), zone);
    }),
    ...waiting.filter(open).flatMap((row): Order[] => {
      const other = others.get(row.releaseId);
      const start = starts(row.releaseId);
      if (other === undefined || other.phase === 'closed' || start === null) return [];
      const at = Date.parse(start.startAt);
      return [
        {
          ...{ kind: 'release', id: other.id, name: other.name, comes: 'after', at, on: null },
          ...{ never: null, lagDays: row.lagDays, zone: start.zone },
        },
      ];
    }),
  ];
}

/** Most releases wait for none: asked first, for a check is asked for with each step of a drag. */
function hasOrders({ raw }: Store, releaseId: string): boolean {
  const found = raw
    .prepare<[string, string]>(
      `SELECT 1 FROM dependency WHERE (release_id = ? OR target_release_id = ?)
       AND deleted_hlc IS NULL AND state <> 'met' LIMIT 1`,
    )
    .get(releaseId, releaseId);
  return found !== undefined;
}

function before(
  { id, title, expectedOn, lagDays }: Row,
  target: Plain<typeof release> | undefined,
  deployments: readonly Plain<typeof deployment>[],
  zone: string,
): Order[] {
  const shared = { comes: 'before', lagDays, never: null } as const;
  if (target === undefined) {
    return [{ ...shared, kind: 'dependency', id, name: title, at: null, on: expectedOn, zone }];
  }
  const { name, outcome } = target;
  const of = { kind: 'release' as const, id: target.id, name };
  if (target.phase === 'closed') {
    if (outcome === 'released') return [];
    const end = outcome === 'cancelled' ? 'was cancelled' : 'was rolled back';
    const never = `${name}, which this release depends on, ${end}: take the dependency out, or let it name another release.`;
    return [{ ...shared, ...of, at: null, on: null, never, zone }];
  }
  const ends = deployments.map(
    ({ actualEndAt, actualStartAt, startAt, durationMinutes }) =>
      actualEndAt ?? (actualStartAt ?? startAt) + durationMinutes * minuteMs,
  );
  const at = ends.length === 0 ? null : Math.max(...ends);
  return [
    {
      ...shared,
      ...of,
      at,
      on: at === null ? expectedOn : null,
      zone: deployments[0]?.zone ?? zone,
    },
  ];
}
