import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import { contact, interest, involvement, stakeholder } from '#shared/model/planning/plan.ts';
import { command, query } from '../procedure.ts';

export const stakeholders = {
  'stakeholders.list': query({
    about: 'Lists who has an interest in a release, whom to ask first and whom to tell.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(stakeholder),
    topics: ['stakeholders', 'people'],
  }),
  'stakeholders.save': command({
    about:
      'Adds a stakeholder (with releaseId, and personId or a name), or changes one (with id). A person of the workspace goes by the name they have there.',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      /** Needed to add one. */
      releaseId: id.optional(),
      /** Null for somebody from outside, who goes by the name. */
      personId: id.nullable().optional(),
      name: shortText.optional(),
      interest: interest.optional(),
      involvement: involvement.optional(),
      contact: contact.optional(),
    }),
    output: stakeholder,
    topics: ['stakeholders'],
  }),
  'stakeholders.remove': command({
    about: 'Takes somebody off the stakeholders of a release; history keeps them.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['stakeholders'],
  }),
};
