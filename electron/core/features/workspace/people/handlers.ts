import { inArray } from 'drizzle-orm';
import type { Handlers } from '#core/context.ts';
import { person, role } from '#core/database/schema/workspace.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { heldBy } from './held.ts';
import { refuseUnknownCalendar } from './holiday-calendar.ts';
import { comeBack, leave, removePerson } from './leave.ts';
import { pastePeople } from './paste.ts';
import { findRole, listPeople, listRoles, toPerson, toRole } from './rows.ts';

type Names =
  | 'people.list'
  | 'people.save'
  | 'people.paste'
  | 'people.held'
  | 'people.leave'
  | 'people.return'
  | 'people.remove'
  | 'people.saveRole';

export const people: Handlers<Names> = {
  'people.list': (_input, { store }) => ({ people: listPeople(store), roles: listRoles(store) }),

  'people.save': (input, context) => {
    const { id, rev, ...values } = input;
    requireKnownRoles(context.store, values.roles);
    refuseUnknownCalendar(context.store, values.holidayCalendarId);
    const saved = context.transact((write) =>
      id === undefined ? write.insert(person, values) : write.update(person, id, values, rev),
    );
    return toPerson(saved);
  },

  'people.paste': (input, context) => pastePeople(input, context),

  'people.held': ({ id }, { store }) => heldBy(store, id),
  'people.leave': (input, context) => leave(input, context),
  'people.return': (input, context) => comeBack(input, context),
  'people.remove': (input, context) => removePerson(input, context),

  'people.saveRole': ({ key, name }, context) => {
    const { store } = context;
    const known = key === undefined ? undefined : findRole(store, key);
    if (key !== undefined && known === undefined) {
      throw new Refusal('not_found', `There is no role ${key}. Leave the key out to add a role.`);
    }
    const saved = context.transact((write) =>
      known === undefined
        ? write.insert(role, { key: newKey(store, name), name, builtIn: false })
        : write.update(role, known.id, { name }),
    );
    return toRole(saved);
  },
};

function requireKnownRoles(store: Store, keys: string[]): void {
  if (keys.length === 0) return;
  const found = store.orm
    .select()
    .from(role)
    .where(alive(role, inArray(role.key, keys)))
    .all();
  const unknown = keys.find((key) => !found.some((known) => known.key === key));
  if (unknown === undefined) return;
  const names = listRoles(store)
    .map((known) => known.key)
    .join(', ');
  throw new Refusal('invalid_input', `There is no role ${unknown}. Known roles: ${names}.`, {
    roles: `${unknown} is not a role`,
  });
}

/** A key from the name (`Data steward` → `data-steward`), made different where it is taken. */
function newKey(store: Store, name: string): string {
  const stem =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'role';
  for (let suffix = 1; ; suffix += 1) {
    const key = suffix === 1 ? stem : `${stem}-${suffix}`;
    if (findRole(store, key) === undefined) return key;
  }
}
