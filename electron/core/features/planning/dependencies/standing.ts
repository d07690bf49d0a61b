import { eq } from 'drizzle-orm';
import { partsOf } from '#core/database/plain-rows.ts';
import { dependency } from '#core/database/schema/plan.ts';
import { release } from '#core/database/schema/planning.ts';
import { alive, iso, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Dependency, DependencyView, NeededBy } from '#shared/model/planning/plan.ts';
import { dependencyStanding } from '#shared/rules/planning/dependency-standing.ts';
import type { DependedOn } from '#shared/rules/planning/dependency-standing.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { judgedAt, plannedSpans } from '../releases/index.ts';

/** What a release needs and what needs it; of a closed one as it was when it was closed. */
export function listDependencies(store: Store, releaseId: string, now: number) {
  const at = judgedAt(store, releaseId, now);
  return {
    needs: needsOf(store, [releaseId], at)(releaseId),
    neededBy: neededByOf(store, releaseId, at),
  };
}

/** What these releases need of others, judged at a time, each list by the id of its release. */
export function needsOf(
  store: Store,
  releaseIds: readonly string[],
  at: number,
): (releaseId: string) => DependencyView[] {
  const rows = partsOf(store, dependency, releaseIds);
  const targets = releaseIds.flatMap((id) => rows(id).map((row) => row.targetReleaseId ?? ''));
  const others = readOthers(store, [...releaseIds, ...targets]);
  const { zone, workingDays } = readWorkspace(store);
  return (releaseId) =>
    rows(releaseId).map((row) => {
      const needed = toDependency(row);
      const other = others(needed.targetReleaseId);
      const needing = { startAt: others(releaseId)?.startAt ?? null, called: 'this release' };
      const target = other === null ? null : toShown(other);
      const time = { now: iso(at), zone, workingDays };
      return { ...needed, target, ...dependencyStanding(needed, needing, other, time) };
    });
}

/** The open releases that need this one, and whether it comes in time for them. */
function neededByOf(store: Store, releaseId: string, at: number): NeededBy[] {
  const rows = store.orm
    .select(plain(dependency))
    .from(dependency)
    .where(alive(dependency, eq(dependency.targetReleaseId, releaseId)))
    .all();
  const others = readOthers(store, [releaseId, ...rows.map((row) => row.releaseId)]);
  const { zone, workingDays } = readWorkspace(store);
  return rows.flatMap((row) => {
    const needing = others(row.releaseId);
    if (needing === null) return [];
    const { id, title, state, neededOn, lagDays } = row;
    const called = { startAt: needing.startAt, called: needing.name };
    const time = { now: iso(at), zone, workingDays };
    const standing = dependencyStanding(row, called, others(releaseId), time);
    return [
      {
        ...{ id, releaseId: row.releaseId, ...toShown(needing), title, state, neededOn, lagDays },
        ...standing,
      },
    ];
  });
}

type Other = DependedOn & { id: string; number: number };

/** Releases as a dependency sees them, by their ids. */
export function readOthers(
  store: Store,
  ids: readonly string[],
): (id: string | null) => Other | null {
  const { id, number, name, phase, outcome } = release;
  const rows = store.orm
    .select({ id, number, name, phase, outcome })
    .from(release)
    .where(alive(release, oneOf(release.id, ids)))
    .all();
  const spans = plannedSpans(store, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (wanted) => {
    const row = byId.get(wanted ?? '');
    return row === undefined ? null : { ...row, ...spans(row.id) };
  };
}

function toShown({ name, number, phase, startAt }: Other) {
  return { name, number, phase, startAt };
}

function toDependency(row: Plain<typeof dependency>): Dependency {
  const { id, rev, releaseId, kind, title, targetReleaseId } = row;
  const { ownerId, state, neededOn, lagDays, expectedOn, note } = row;
  return {
    ...{ id, rev, releaseId, kind, title, targetReleaseId },
    ...{ ownerId, state, neededOn, lagDays, expectedOn, note },
  };
}
