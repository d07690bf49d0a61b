import { and, asc, count, ne, sql } from 'drizzle-orm';
import { checklistItem, risk } from '#core/database/schema/governance.ts';
import {
  component,
  postponement,
  releasePhase,
  releaseRole,
  scopeItem,
} from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull, ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Release } from '#shared/model/planning/release-views.ts';
import { originOf } from '../templates/index.ts';
import type { Outlook } from './outlook.ts';
import { deploymentRows, requireRelease, summarise, toComponent, toDeployment } from './rows.ts';

/** Everything the head and the overview of a release show. */
export function getRelease(store: Store, id: string, outlook: Outlook, now: number): Release {
  const row = requireRelease(store, id);
  const [summary] = summarise(store, [id], outlook, now);
  if (summary === undefined) throw new Error(`Release ${id} has no summary`);
  const of = [id];
  return {
    ...summary,
    notes: row.notes,
    changeNumber: row.changeNumber,
    changeUrl: row.changeUrl,
    holdReason: row.holdReason,
    endReason: row.endReason,
    copiedFromId: row.copiedFromId,
    parentId: row.parentId,
    template: originOf(store, row.templateVersionId),
    ...delays(store, id),
    dataMigration: row.dataMigration,
    standardChange: row.standardChange,
    requesterId: row.requesterId,
    createdAt: iso(row.createdAt),
    phases: store.orm
      .select()
      .from(releasePhase)
      .where(ofReleases(releasePhase, of))
      .orderBy(asc(releasePhase.id))
      .all()
      .map(({ phase, plannedOn, enteredAt }) => ({
        phase,
        plannedOn,
        enteredAt: isoOrNull(enteredAt),
      })),
    components: store.orm
      .select()
      .from(component)
      .where(ofReleases(component, of))
      .orderBy(asc(component.id))
      .all()
      .map(toComponent),
    deployments: deploymentRows(store, of).map(toDeployment),
    roles: store.orm
      .select()
      .from(releaseRole)
      .where(ofReleases(releaseRole, of))
      .orderBy(asc(releaseRole.id))
      .all()
      .map(({ roleKey, personId }) => ({ roleKey, personId })),
    counts: countParts(store, id),
  };
}

function countParts(store: Store, id: string): Release['counts'] {
  const of = [id];
  const scope = store.orm
    .select({ n: count() })
    .from(scopeItem)
    .where(and(ofReleases(scopeItem, of), ne(scopeItem.status, 'dropped')))
    .get();
  const risks = store.orm.select({ n: count() }).from(risk).where(ofReleases(risk, of)).get();
  const checklist = store.orm
    .select({
      n: count(),
      open: sql<number>`COALESCE(SUM(${checklistItem.state} = 'open'), 0)`,
    })
    .from(checklistItem)
    .where(ofReleases(checklistItem, of))
    .get();
  return {
    scope: scope?.n ?? 0,
    risks: risks?.n ?? 0,
    checklist: checklist?.n ?? 0,
    checklistOpen: checklist?.open ?? 0,
  };
}

function delays(store: Store, id: string): Pick<Release, 'postponements' | 'driftMinutes'> {
  const rows = partsOf(store, postponement, [id])(id);
  const drift = rows.reduce((sum, { fromAt, toAt }) => sum + toAt - fromAt, 0);
  return {
    postponements: rows.map(({ at, byId, fromAt, toAt, reason }) => ({
      ...{ at: iso(at), byId, fromAt: iso(fromAt), toAt: iso(toAt), reason },
    })),
    driftMinutes: Math.round(drift / 60_000),
  };
}
