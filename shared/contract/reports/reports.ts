import { z } from 'zod';
import { id, instant } from '#shared/model/primitives.ts';
import { timelineView } from '#shared/model/planning/timeline.ts';
import { formatLocales } from '#shared/model/workspace/formats.ts';
import { query } from '../procedure.ts';

/** Milliseconds since 1970, until 2300. */
const moment = z.number().int().min(0).max(10_413_792_000_000);

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
  'reports.timelinePdf': query({
    about: 'Gives a span of the timeline, with all its rows, as a PDF on landscape pages.',
    input: z
      .strictObject({
        view: timelineView.prefault({}),
        from: moment,
        to: moment,
        paper: z.enum(['A4', 'A3']).default('A4'),
        /** In which manner dates are written. */
        locale: z.enum(formatLocales).default('en-GB'),
      })
      .refine(({ from, to }) => from < to, {
        error: 'is not after the beginning of the span; give a later time',
        path: ['to'],
      }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.literal('application/pdf'),
      /** The bytes as base64. */
      content: z.string(),
      pages: z.number().int(),
    }),
    topics: [],
  }),
};
