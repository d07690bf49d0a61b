import { z } from 'zod';
import { bookingView, clash, environmentUse } from '#shared/model/planning/bookings.ts';
import { band } from '#shared/model/planning/windows.ts';
import {
  id,
  instant,
  longText,
  plannedAt,
  rev,
  shortText,
  zone,
} from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

const reads = ['bookings', 'releases', 'environments', 'people'] as const;

export const bookings = {
  'bookings.list': query({
    about:
      'Lists who uses which environment within a span of time: bookings with what they clash with, planned deployments, and the windows around them.',
    input: z.strictObject({ from: instant, to: instant, environmentId: id.optional() }),
    output: z.strictObject({
      bookings: z.array(bookingView),
      deployments: z.array(environmentUse),
      bands: z.array(band),
    }),
    topics: [...reads, 'windows'],
  }),
  'bookings.check': query({
    about: 'Says what else uses an environment at a time, before it is booked.',
    input: z.strictObject({
      /** The booking that is to be changed; it does not clash with itself. */
      id: id.optional(),
      environmentId: id,
      releaseId: id.nullable().default(null),
      startAt: plannedAt,
      endAt: plannedAt,
      zone,
      shared: z.boolean().default(false),
    }),
    output: z.array(clash),
    topics: reads,
  }),
  'bookings.create': command({
    about:
      'Books an environment from a start to an end, for a release or not; whoever acts books it unless somebody else is named. A double booking is saved, and said in the answer.',
    input: z.strictObject({
      environmentId: id,
      releaseId: id.nullable().default(null),
      purpose: shortText,
      startAt: plannedAt,
      endAt: plannedAt,
      zone,
      bookedById: id.optional(),
      shared: z.boolean().default(false),
      note: longText.default(''),
    }),
    output: bookingView,
    topics: ['bookings'],
  }),
  'bookings.update': command({
    about: 'Changes a booking; what is left out stays. Answers with what it clashes with now.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      environmentId: id.optional(),
      releaseId: id.nullable().optional(),
      purpose: shortText.optional(),
      startAt: plannedAt.optional(),
      endAt: plannedAt.optional(),
      zone: zone.optional(),
      bookedById: id.optional(),
      shared: z.boolean().optional(),
      note: longText.optional(),
    }),
    output: bookingView,
    topics: ['bookings'],
  }),
  'bookings.delete': command({
    about: 'Gives a booking up, so that others can have the environment; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['bookings'],
  }),
};
