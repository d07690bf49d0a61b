import { z } from 'zod';
import { hitGroup } from '#shared/model/workspace/search.ts';
import { everyTopic, query } from '../procedure.ts';

export const search = {
  'search.find': query({
    about:
      'Finds releases, scope, risks, people, runs, comments, attachments and more whose words begin with each of the given ones, the best of each kind first.',
    input: z.strictObject({
      text: z.string().meta({ description: 'As typed; only its words count.' }),
      /** Of each kind. */
      limit: z.number().int().min(1).max(50).default(5),
    }),
    output: z.strictObject({ groups: z.array(hitGroup) }),
    topics: everyTopic,
  }),
};
