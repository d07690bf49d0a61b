import type { Person, Role } from '#shared/model/workspace/people.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
import { changesOf, partsOfCell, quoted } from '../../workspace/pasted-table.ts';
import { readPerson } from '../../workspace/pasted-people.ts';
import { oneLine } from '../../workspace/word-finder.ts';
import type { Lookup } from './lookup.ts';
import type { Draft, ReadThing } from './row-reader.ts';

/** What would be written of a row, and the teams somebody joins. */
export type PersonItem = {
  known: { id: string; rev: number } | null;
  name: string;
  email: string;
  roles: string[];
  joins: string[];
};

export type PersonSurroundings = {
  byName: Lookup<Person>;
  byEmail: Lookup<Person>;
  roles: readonly Role[];
  teams: Lookup<Team>;
  teamsOf: (personId: string) => readonly Team[];
};

/** A row of a sheet as a person, read as a pasted one is: by e-mail address, else by name. */
export function readPersonRow(
  draft: Draft,
  around: PersonSurroundings,
): ReadThing<PersonItem> | string {
  const email = oneLine((draft.email ?? '').slice(0, 500));
  const name = (draft.name ?? '').slice(0, 6_000);
  // Only those it could be: the rule goes through all it is given.
  const people = [...new Set([...around.byEmail.all(email), ...around.byName.all(name)])];
  const read = readPerson(
    { name, email, roles: (draft.roles ?? '').slice(0, 5_000) },
    { people, roles: around.roles },
  );
  if (typeof read === 'string') return read;
  const present = read.id === null ? [] : around.teamsOf(read.id);
  const cautions = [...read.cautions];
  const joined = partsOfCell((draft.team ?? '').slice(0, 2_000)).flatMap((part) => {
    const team = around.teams.one(part);
    if (team === null) cautions.push(`${quoted(part)} is no team of this workspace: left out.`);
    return team === null || present.some(({ id }) => id === team.id) ? [] : [team];
  });
  const namesOf = (teams: readonly { name: string }[]) => teams.map((team) => team.name).join(', ');
  const before = namesOf(present);
  const after = namesOf([...present, ...joined]);
  const { item } = read;
  return {
    id: read.id,
    name: read.name,
    item: {
      known:
        item.id === undefined || item.rev === undefined ? null : { id: item.id, rev: item.rev },
      name: item.name,
      email: item.email ?? '',
      roles: [...(item.roles ?? [])],
      joins: joined.map(({ id }) => id),
    },
    facts: [...read.facts, after].filter((fact) => fact !== ''),
    changes:
      read.id === null
        ? []
        : [...read.changes, ...changesOf([['Teams', before || 'none', after || 'none']])],
    cautions,
    key: email === '' ? read.name.toLowerCase() : email.toLowerCase(),
  };
}
