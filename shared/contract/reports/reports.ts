import { z } from 'zod';
import { id, instant } from '#shared/model/primitives.ts';
import { query } from '../procedure.ts';

export const reports = {
  'reports.dossier': query({
    about: 'Gives a release as one self-contained HTML file, the same bytes for the same facts.',
    input: z.strictObject({
      releaseId: id,
      /** The time the dossier speaks of; absent takes the present. */
      at: instant.optional(),
    }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.literal('text/html'),
      text: z.string(),
      sha256: z.string(),
    }),
    topics: [],
  }),
};
