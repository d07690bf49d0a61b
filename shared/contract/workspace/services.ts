import { z } from 'zod';
import { id, rev, shortText } from '#shared/model/primitives.ts';
import { criticality, service, versionScheme } from '#shared/model/workspace/services.ts';
import { mostPasted, pastedService } from '#shared/model/workspace/pasted.ts';
import { command, query } from '../procedure.ts';

export const services = {
  'services.list': query({
    about: 'Lists the services by name.',
    input: z.strictObject({}),
    output: z.array(service),
    topics: ['services'],
  }),
  'services.save': command({
    about: 'Adds a service (without id) or changes one (with id).',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      name: shortText,
      criticality: criticality.default('medium'),
      financial: z.boolean().default(false),
      ownerIds: z.array(id).default([]),
      versionScheme: versionScheme.default({ kind: 'semver' }),
      /** Absent leaves it as it is. */
      teamId: id.nullable().optional(),
      /** Absent leaves it as it is. */
      holidayCalendarId: id.nullable().optional(),
    }),
    output: service,
    topics: ['services', 'gates'],
  }),
  'services.paste': command({
    about:
      'Adds up to 500 services and changes those given with their id: all of them, or none when one is refused.',
    input: z.strictObject({
      rows: z
        .array(pastedService)
        .min(1, 'has no rows; give at least one')
        .max(mostPasted, `has more than ${mostPasted} rows; paste the rest afterwards`),
    }),
    output: z.array(service),
    topics: ['services', 'gates'],
  }),
};
