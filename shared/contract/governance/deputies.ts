import { z } from 'zod';
import { deputy } from '#shared/model/governance/raci.ts';
import { dateText, id, rev } from '#shared/model/primitives.ts';
import { roleKey } from '#shared/model/workspace/people.ts';
import { command, query } from '../procedure.ts';

export const deputies = {
  'deputies.list': query({
    about: 'Lists who stands in for a role or for a person, always or for a time.',
    input: z.strictObject({}),
    output: z.array(deputy),
    topics: ['deputies', 'people'],
  }),
  'deputies.save': command({
    about: 'Names a deputy of a role or of a person (without id), or changes one.',
    input: z
      .strictObject({
        id: id.optional(),
        rev: rev.optional(),
        roleKey: roleKey.nullable().default(null),
        personId: id.nullable().default(null),
        deputyId: id,
        firstOn: dateText.nullable().default(null),
        lastOn: dateText.nullable().default(null),
        note: z.string().trim().max(2000, 'is longer than 2,000 characters').default(''),
      })
      .refine((given) => (given.roleKey === null) !== (given.personId === null), {
        error: 'has both or none of a role and a person; name one of them',
        path: ['roleKey'],
      })
      .refine(({ personId, deputyId }) => personId !== deputyId, {
        error: 'cannot stand in for themselves; choose somebody else',
        path: ['deputyId'],
      })
      .refine(({ firstOn, lastOn }) => firstOn === null || lastOn === null || firstOn <= lastOn, {
        error: 'lies before the first day; give a later one',
        path: ['lastOn'],
      }),
    output: deputy,
    topics: ['deputies', 'gates', 'approvals'],
  }),
  'deputies.remove': command({
    about: 'Takes a deputy away; what they decided stays theirs.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['deputies', 'gates', 'approvals'],
  }),
};
