import { asc } from 'drizzle-orm';
import type { Handlers } from '#core/context.ts';
import { deputy } from '#core/database/schema/policies.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Deputy } from '#shared/model/governance/raci.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { soleHolder } from '#shared/rules/workspace/roles.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';

type Names = 'deputies.list' | 'deputies.save' | 'deputies.remove';

export const deputies: Handlers<Names> = {
  'deputies.list': (_input, { store }) =>
    store.orm
      .select(plain(deputy))
      .from(deputy)
      .where(alive(deputy))
      .orderBy(asc(deputy.id))
      .all()
      .map(toDeputy),
  'deputies.save': ({ id, rev, ...values }, context) => {
    checkWho(context.store, values);
    return toDeputy(
      context.transact((write) =>
        id === undefined ? write.insert(deputy, values) : write.update(deputy, id, values, rev),
      ),
    );
  },
  'deputies.remove': ({ id }, context) => {
    context.transact((write) => write.remove(deputy, id));
    return { id };
  },
};

function checkWho(store: Store, given: Pick<Deputy, 'roleKey' | 'personId' | 'deputyId'>): void {
  const here = new Map(
    listPeople(store).flatMap((person) => (person.leftOn === null ? [[person.id, person]] : [])),
  );
  const refuse = (field: string, message: string): never => {
    throw new Refusal('invalid_input', `Whoever is named ${message}.`, { [field]: message });
  };
  if (!here.has(given.deputyId)) refuse('deputyId', 'is nobody of this workspace, or left');
  if (given.personId !== null && !here.has(given.personId)) {
    refuse('personId', 'is nobody of this workspace, or left');
  }
  if (given.roleKey === null) return;
  if (!listRoles(store).some(({ key }) => key === given.roleKey)) {
    const message = 'is no role of this workspace; choose one';
    throw new Refusal('invalid_input', `“${given.roleKey}” ${message}.`, { roleKey: message });
  }
  if (soleHolder(given.roleKey, [...here.values()]) === given.deputyId) {
    refuse('deputyId', 'is the only one who holds this role; choose somebody else');
  }
}

function toDeputy(row: Plain<typeof deputy>): Deputy {
  const { id, rev, roleKey, personId, deputyId, firstOn, lastOn, note } = row;
  return { id, rev, roleKey, personId, deputyId, firstOn, lastOn, note };
}
