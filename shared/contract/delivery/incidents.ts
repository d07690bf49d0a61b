import { z } from 'zod';
import { id, instant, longText, rev, shortText } from '#shared/model/primitives.ts';
import { incident, severity } from '#shared/model/delivery/incidents.ts';
import { command, query } from '../procedure.ts';

export const incidents = {
  'incidents.list': query({
    about: 'Lists incidents, newest first: of one release, or of all.',
    input: z.strictObject({ releaseId: id.optional() }),
    output: z.array(incident),
    topics: ['incidents'],
  }),
  'incidents.record': command({
    about: 'Records an incident (without id) or corrects one.',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      releaseId: id,
      deploymentId: id.nullable().default(null),
      title: shortText,
      severity,
      detectedAt: instant,
      resolvedAt: instant.nullable().default(null),
      note: longText.default(''),
    }),
    output: incident,
    topics: ['incidents', 'releases'],
  }),
};
