import { z } from 'zod';
import { dateText, id, rev, shortText } from '#shared/model/primitives.ts';
import { emailText, heldThing, person, role, roleKey } from '#shared/model/workspace/people.ts';
import { mostPasted, pastedPerson } from '#shared/model/workspace/pasted.ts';
import { command, query } from '../procedure.ts';

export const people = {
  'people.list': query({
    about: 'Lists the people of the workspace by name, and the roles they can hold.',
    input: z.strictObject({}),
    output: z.strictObject({ people: z.array(person), roles: z.array(role) }),
    topics: ['people'],
  }),
  'people.save': command({
    about: 'Adds a person (without id) or changes one (with id).',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      name: shortText,
      email: emailText.default(''),
      roles: z.array(roleKey).default([]),
      /** Absent leaves it as it is. */
      holidayCalendarId: id.nullable().optional(),
    }),
    output: person,
    topics: ['people'],
  }),
  'people.paste': command({
    about:
      'Adds up to 500 people and changes those given with their id: all of them, or none when one is refused.',
    input: z.strictObject({
      rows: z
        .array(pastedPerson)
        .min(1, 'has no rows; give at least one')
        .max(mostPasted, `has more than ${mostPasted} rows; paste the rest afterwards`),
    }),
    output: z.array(person),
    topics: ['people'],
  }),
  'people.held': query({
    about:
      'Lists what is still somebody’s: open releases, roles in them, conditions, risks, work and services.',
    input: z.strictObject({ id }),
    output: z.array(heldThing),
    topics: [
      'people',
      'services',
      'releases',
      'scope',
      'risks',
      'approvals',
      'tasks',
      'dependencies',
    ],
  }),
  'people.leave': command({
    about:
      'Records that somebody left: they are no longer chosen, and what they decided or own stays theirs. Says what is to be handed over.',
    input: z.strictObject({ id, leftOn: dateText }),
    output: z.strictObject({ person, held: z.array(heldThing) }),
    topics: ['people', 'gates', 'approvals', 'releases'],
  }),
  'people.return': command({
    about: 'Records that somebody who left is back.',
    input: z.strictObject({ id }),
    output: person,
    topics: ['people', 'gates', 'approvals', 'releases'],
  }),
  'people.remove': command({
    about:
      'Takes out somebody who was entered in error; refused with all that names them when they decided or own anything.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id, name: z.string() }),
    topics: ['people', 'teams'],
  }),
  'people.saveRole': command({
    about: 'Adds a role of your own, or renames one.',
    input: z.strictObject({ key: roleKey.optional(), name: shortText }),
    output: role,
    topics: ['people'],
  }),
};
