import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import { team } from '#shared/model/workspace/teams.ts';
import { command, query } from '../procedure.ts';

export const teams = {
  'teams.list': query({
    about: 'Lists the teams by name, with who is in each.',
    input: z.strictObject({}),
    output: z.array(team),
    topics: ['teams'],
  }),
  'teams.save': command({
    about: 'Adds a team (without id) or changes one (with id).',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      name: shortText,
      memberIds: z.array(id).max(500, 'names more than 500 people').default([]),
    }),
    output: team,
    topics: ['teams'],
  }),
  'teams.remove': command({
    about: 'Removes a team; its services are let go of, its people stay.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id, name: z.string(), services: z.number().int() }),
    topics: ['teams', 'services'],
  }),
};
