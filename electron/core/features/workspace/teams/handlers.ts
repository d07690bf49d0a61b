import { asc, eq } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { service, team } from '#core/database/schema/workspace.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
import { listPeople } from '../people/index.ts';

export const teams: Handlers<'teams.list' | 'teams.save' | 'teams.remove'> = {
  'teams.list': (_input, { store }) => listTeams(store),
  'teams.save': (input, context) => saveTeam(input, context),
  'teams.remove': ({ id }, context) => removeTeam(id, context),
};

function listTeams(store: Store): Team[] {
  return store.orm
    .select()
    .from(team)
    .where(alive(team))
    .orderBy(asc(team.name), asc(team.id))
    .all()
    .map(toTeam);
}

function saveTeam({ id, rev, ...input }: Parsed<'teams.save'>, context: Context): Team {
  const { store } = context;
  const memberIds = [...new Set(input.memberIds)];
  const fields: FieldMessages = {};
  const known = new Set(listPeople(store).map((person) => person.id));
  if (memberIds.some((member) => !known.has(member))) {
    fields['memberIds'] = 'names somebody who is not of this workspace; choose among its people';
  }
  const wanted = input.name.toLowerCase();
  if (listTeams(store).some((each) => each.id !== id && each.name.toLowerCase() === wanted)) {
    fields['name'] = 'is that of another team; tell them apart';
  }
  const messages = Object.entries(fields).map(([field, message]) =>
    field === 'name' ? `The name ${message}.` : `The list of members ${message}.`,
  );
  if (messages.length > 0) throw new Refusal('invalid_input', messages.join(' '), fields);
  const values = { name: input.name, memberIds };
  const saved = context.transact((write) =>
    id === undefined ? write.insert(team, values) : write.update(team, id, values, rev),
  );
  return toTeam(saved);
}

/** A service without a team is looked after by its owners; it must not name one that is gone. */
function removeTeam(id: string, context: Context): Output<'teams.remove'> {
  const { store } = context;
  return context.transact((write) => {
    const { name } = write.find(team, id);
    const theirs = store.orm
      .select({ id: service.id })
      .from(service)
      .where(alive(service, eq(service.teamId, id)))
      .all();
    for (const each of theirs) write.update(service, each.id, { teamId: null });
    write.remove(team, id);
    return { id, name, services: theirs.length };
  });
}

function toTeam({ id, rev, name, memberIds }: Row<typeof team>): Team {
  return { id, rev, name, memberIds };
}
