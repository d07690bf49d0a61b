import { absence } from '#core/database/schema/calendar.ts';
import { exception } from '#core/database/schema/governance.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

type Named = { id: string; name: string };
const namesOf = (rows: readonly Named[]) => new Map(rows.map(({ id, name }) => [id, name]));

/** Short lists that every check looks things up in. */
export function readLists(store: Store) {
  return {
    workspace: readWorkspace(store),
    environments: new Map(listEnvironments(store).map((each) => [each.id, each])),
    services: namesOf(listServices(store)),
    people: namesOf(listPeople(store)),
  };
}

/** When people are away, by person. */
export function readAbsences(store: Store): ReadonlyMap<string, Plain<typeof absence>[]> {
  const rows = store.orm.select(plain(absence)).from(absence).where(alive(absence)).all();
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** All exceptions that were not withdrawn, by release. */
export function readExceptions(store: Store): ReadonlyMap<string, Plain<typeof exception>[]> {
  const rows = store.orm.select(plain(exception)).from(exception).where(alive(exception)).all();
  const standing = rows.filter(({ withdrawnAt }) => withdrawnAt === null);
  return Map.groupBy(standing, ({ releaseId }) => releaseId);
}
