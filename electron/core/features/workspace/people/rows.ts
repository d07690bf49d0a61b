import { asc, eq } from 'drizzle-orm';
import { person, role } from '#core/database/schema/workspace.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { Person, Role } from '#shared/model/workspace/people.ts';

export function listPeople(store: Store): Person[] {
  return store.orm
    .select()
    .from(person)
    .where(alive(person))
    .orderBy(asc(person.name))
    .all()
    .map(toPerson);
}

/** Those who are here: whoever left is offered nowhere. */
export function presentPeople(store: Store): Person[] {
  return listPeople(store).filter(({ leftOn }) => leftOn === null);
}

export function listRoles(store: Store): Role[] {
  return store.orm.select().from(role).where(alive(role)).orderBy(asc(role.id)).all().map(toRole);
}

export function findRole(store: Store, key: string): Row<typeof role> | undefined {
  return store.orm
    .select()
    .from(role)
    .where(alive(role, eq(role.key, key)))
    .get();
}

export function toPerson(row: Row<typeof person>): Person {
  const { id, rev, name, email, roles, leftOn, holidayCalendarId } = row;
  return { id, rev, name, email, roles, leftOn, holidayCalendarId };
}

export function toRole({ key, name, builtIn }: Row<typeof role>): Role {
  return { key, name, builtIn };
}
