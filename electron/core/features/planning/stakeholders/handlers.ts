import type { Context, Handlers } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { stakeholder } from '#core/database/schema/plan.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Stakeholder } from '#shared/model/planning/plan.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { requireOpenRelease, requireRelease } from '../releases/index.ts';

type Input = Parsed<'stakeholders.save'>;

export const stakeholders: Handlers<
  'stakeholders.list' | 'stakeholders.save' | 'stakeholders.remove'
> = {
  'stakeholders.list': ({ releaseId }, { store }) => {
    requireRelease(store, releaseId);
    return listStakeholders(store, releaseId);
  },
  'stakeholders.save': (input, context) => save(input, context),
  'stakeholders.remove': ({ id }, context) => {
    context.transact((write) => {
      requireOpenRelease(context.store, write.find(stakeholder, id).releaseId);
      write.remove(stakeholder, id);
    });
    return { id };
  },
};

/** Those who are consulted first, each in the order they were added. */
export function listStakeholders(store: Store, releaseId: string): Stakeholder[] {
  const names = new Map(listPeople(store).map(({ id, name }) => [id, name]));
  const all = partsOf(store, stakeholder, [releaseId])(releaseId).map((row) => ({
    ...toStakeholder(row),
    name: (row.personId === null ? undefined : names.get(row.personId)) ?? row.name,
  }));
  const weight = ({ involvement }: Stakeholder) => Number(involvement === 'informed');
  return all.toSorted((a, b) => weight(a) - weight(b));
}

function save(input: Input, context: Context): Stakeholder {
  const { id, rev, releaseId, ...given } = input;
  const { store } = context;
  const row = context.transact((write) => {
    if (id === undefined) return write.insert(stakeholder, added(store, input));
    const before = write.find(stakeholder, id);
    if (releaseId !== undefined && releaseId !== before.releaseId) {
      throw new Refusal(
        'invalid_input',
        'The stakeholder belongs to another release. Leave the release out, or add them there.',
        { releaseId: 'is not the release of this stakeholder' },
      );
    }
    requireOpenRelease(store, before.releaseId);
    const personId = given.personId === undefined ? before.personId : given.personId;
    const name = nameOf(store, personId, given.name);
    if (given.personId !== undefined) refuseTwice(store, before.releaseId, personId, id);
    return write.update(stakeholder, id, name === undefined ? given : { ...given, name }, rev);
  });
  return (
    listStakeholders(store, row.releaseId).find((each) => each.id === row.id) ?? toStakeholder(row)
  );
}

function added(store: Store, input: Input): Omit<Stakeholder, 'id' | 'rev'> {
  const {
    releaseId,
    personId = null,
    interest = '',
    involvement = 'informed',
    contact = '',
  } = input;
  if (releaseId === undefined) {
    throw new Refusal(
      'invalid_input',
      'To add a stakeholder, give the id of the release; to change one, give their id.',
      { releaseId: 'is missing' },
    );
  }
  requireOpenRelease(store, releaseId);
  const name = nameOf(store, personId, input.name);
  if (name === undefined) {
    throw new Refusal(
      'invalid_input',
      'Choose a person of the workspace, or give the name of somebody from outside.',
      { name: 'is missing; give a name or choose a person' },
    );
  }
  refuseTwice(store, releaseId, personId, null);
  return { releaseId, personId, name, interest, involvement, contact };
}

/** A person goes by the name the workspace has; kept with the row for when they are gone. */
function nameOf(store: Store, personId: string | null, given: string | undefined) {
  if (personId === null) return given;
  const person = listPeople(store).find(({ id }) => id === personId);
  if (person !== undefined) return person.name;
  const message = 'is nobody of this workspace; choose a person, or give a name alone';
  throw new Refusal('invalid_input', `The person ${message}.`, { personId: message });
}

function refuseTwice(
  store: Store,
  releaseId: string,
  personId: string | null,
  ownId: string | null,
): void {
  if (personId === null) return;
  const twin = listStakeholders(store, releaseId).find(
    (each) => each.personId === personId && each.id !== ownId,
  );
  if (twin === undefined) return;
  throw new Refusal(
    'conflict',
    `${twin.name} is a stakeholder of this release already. Change what stands there instead.`,
    { personId: 'is a stakeholder of this release already' },
  );
}

function toStakeholder(row: Plain<typeof stakeholder>): Stakeholder {
  const { id, rev, releaseId, personId, name, interest, involvement, contact } = row;
  return { id, rev, releaseId, personId, name, interest, involvement, contact };
}
