import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import { savedView, screenKey, viewSettings } from '#shared/model/workspace/views.ts';
import { command, query } from '../procedure.ts';

export const views = {
  'views.list': query({
    about: 'Lists the saved views of a screen: your own, and those others share; by name.',
    input: z.strictObject({ screen: screenKey }),
    output: z.array(savedView),
    topics: ['views', 'people'],
  }),
  'views.save': command({
    about: 'Saves how a screen is arranged under a name (without id), or changes your own view.',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      screen: screenKey,
      name: shortText,
      settings: viewSettings,
      /** Everybody of the workspace sees it; only you change it. */
      shared: z.boolean().default(false),
    }),
    output: savedView,
    topics: ['views'],
  }),
  'views.remove': command({
    about: 'Removes a view of your own; nobody else’s screen changes until they open another.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['views'],
  }),
};
