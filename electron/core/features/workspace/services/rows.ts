import { asc } from 'drizzle-orm';
import { service, team } from '#core/database/schema/workspace.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { Service } from '#shared/model/workspace/services.ts';

export function listServices(store: Store): Service[] {
  return store.orm
    .select()
    .from(service)
    .where(alive(service))
    .orderBy(asc(service.name))
    .all()
    .map(toService);
}

export function toService(row: Row<typeof service>): Service {
  const { id, rev, name, criticality, financial, ownerIds } = row;
  const { versionScheme, teamId, holidayCalendarId } = row;
  return {
    ...{ id, rev, name, criticality, financial, ownerIds },
    ...{ versionScheme, teamId, holidayCalendarId },
  };
}

export function hasTeam(store: Store, teamId: string): boolean {
  return rowOf(store, team, teamId) !== null;
}
