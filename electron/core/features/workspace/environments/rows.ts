import { asc } from 'drizzle-orm';
import { environment } from '#core/database/schema/workspace.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { Environment } from '#shared/model/workspace/services.ts';

export function listEnvironments(store: Store): Environment[] {
  return store.orm
    .select()
    .from(environment)
    .where(alive(environment))
    .orderBy(asc(environment.order), asc(environment.id))
    .all()
    .map(toEnvironment);
}

export function toEnvironment(row: Row<typeof environment>): Environment {
  const { id, rev, name, kind, region, order } = row;
  return { id, rev, name, kind, region, order };
}
