import { asc } from 'drizzle-orm';
import { component, deployment, release } from '#core/database/schema/planning.ts';
import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull, ofReleases, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { ReleaseSummary } from '#shared/model/planning/release-views.ts';
import type { Component, Deployment } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { EnvironmentKind } from '#shared/model/workspace/services.ts';
import { lateMinutes, plannedStart } from '#shared/rules/planning/start.ts';
import type { Outlook } from './outlook.ts';

export type ReleaseRow = Plain<typeof release>;

/** Summaries of the given releases, in the order of the ids; one query a table. */
export function summarise(
  store: Store,
  ids: readonly string[],
  outlook: Outlook,
  now: number,
): ReleaseSummary[] {
  if (ids.length === 0) return [];
  const rows = store.orm.select().from(release).where(oneOf(release.id, ids)).all();
  const components = partsOf(store, component, ids);
  const deployments = partsOf(store, deployment, ids, 'startAt');
  const kinds = environmentKinds(store);
  const outlooks = outlook(store, ids, now);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const seen = outlooks.get(id);
    if (row === undefined || seen === undefined) return [];
    const planned = deployments(id).map(toDeployment);
    const start = plannedStart(planned, kinds);
    return [
      {
        id,
        rev: row.rev,
        number: row.number,
        name: row.name,
        type: row.type,
        phase: row.phase,
        outcome: row.outcome,
        ownerId: row.ownerId,
        startAt: start?.startAt ?? null,
        endAt: start?.endAt ?? null,
        zone: start?.zone ?? null,
        lateMinutes: lateMinutes(planned, kinds),
        onHold: row.holdReason !== null,
        services: components(id).map(({ serviceId, version }) => ({
          serviceId,
          version,
        })),
        environmentIds: [...new Set(planned.map((each) => each.environmentId))],
        risk: seen.risk,
        readiness: row.phase === 'closed' ? null : seen.readiness,
      },
    ];
  });
}

export function requireRelease(store: Store, id: string): ReleaseRow {
  const row = rowOf(store, release, id);
  if (row !== null) return row;
  throw new Refusal(
    'not_found',
    `There is no release with the id ${id}. It may be in another workspace; open it from the list.`,
  );
}

export function deploymentRows(store: Store, releaseIds: readonly string[]) {
  return store.orm
    .select(plain(deployment))
    .from(deployment)
    .where(ofReleases(deployment, releaseIds))
    .orderBy(asc(deployment.startAt), asc(deployment.id))
    .all();
}

export function environmentKinds(store: Store) {
  return new Map(
    store.raw
      .prepare<[], [string, EnvironmentKind]>('SELECT id, kind FROM environment')
      .raw()
      .all(),
  );
}

export function toComponent(row: Plain<typeof component>): Component {
  const { id, rev, serviceId, version, commit, artefact } = row;
  return { id, rev, serviceId, version, commit, artefact };
}

export function toDeployment(row: Plain<typeof deployment>): Deployment {
  const { id, rev, environmentId, region, zone, durationMinutes, result, note } = row;
  return {
    id,
    rev,
    environmentId,
    region,
    startAt: iso(row.startAt),
    zone,
    durationMinutes,
    actualStartAt: isoOrNull(row.actualStartAt),
    actualEndAt: isoOrNull(row.actualEndAt),
    result,
    note,
  };
}
