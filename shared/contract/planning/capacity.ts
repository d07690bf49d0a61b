import { z } from 'zod';
import { capacityView, commitmentView } from '#shared/model/planning/bookings.ts';
import { dateText, id, longText, rev } from '#shared/model/primitives.ts';
import { roleKey } from '#shared/model/workspace/people.ts';
import { command, query } from '../procedure.ts';

const topics = ['commitments'] as const;

const days = z
  .number()
  .positive('is no time; take the commitment back instead')
  .max(200, 'is more than 200 days in one week; split it over weeks')
  .multipleOf(0.25, 'is no quarter of a day; give whole days, halves or quarters');

const personId = id.nullable();

export const capacity = {
  'capacity.get': query({
    about:
      'Gives for each role, each person and each week the days there are, the days that are promised to releases, and why.',
    input: z.strictObject({
      /** A Monday. */
      from: dateText,
      weeks: z.number().int().min(1).max(26).default(8),
    }),
    output: capacityView,
    topics: ['commitments', 'absences', 'holidays', 'people', 'workspace', 'releases'],
  }),
  'capacity.commitments': query({
    about: 'Lists the days that a release needs of roles and people, by week.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(commitmentView),
    topics: ['commitments', 'releases'],
  }),
  'capacity.commit': command({
    about:
      'Promises days of a role, or of somebody in it, to a release: for one week, or for several from then on.',
    input: z.strictObject({
      releaseId: id,
      roleKey,
      personId: personId.default(null),
      /** A Monday. */
      weekOn: dateText,
      weeks: z.number().int().min(1).max(26, 'is more than 26 weeks').default(1),
      days,
      note: longText.default(''),
    }),
    output: z.array(commitmentView),
    topics,
  }),
  'capacity.update': command({
    about: 'Changes a commitment; what is left out stays.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      roleKey: roleKey.optional(),
      personId: personId.optional(),
      weekOn: dateText.optional(),
      days: days.optional(),
      note: longText.optional(),
    }),
    output: commitmentView,
    topics,
  }),
  'capacity.uncommit': command({
    about: 'Takes a commitment back; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics,
  }),
};
