import { z } from 'zod';
import { dateText, id, rev, shortText } from '#shared/model/primitives.ts';
import { holidayCalendar } from '#shared/model/planning/windows.ts';
import { command, query } from '../procedure.ts';

/** Days of one calendar: fifty years of a country with many holidays. */
const mostDays = 2_000;

export const holidays = {
  'holidays.list': query({
    about: 'Lists the holiday calendars by name, each with its days in their order.',
    input: z.strictObject({}),
    output: z.array(holidayCalendar),
    topics: ['holidays'],
  }),
  'holidays.save': command({
    about:
      'Adds a holiday calendar (without id) or changes one (with id); the list of its days is given whole.',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      name: shortText,
      workingDays: z
        .array(z.number().int().min(1).max(7))
        .min(1, 'is empty; choose at least one day of the week')
        .max(7)
        .default([1, 2, 3, 4, 5]),
      region: z.string().trim().max(60, 'is longer than 60 characters; shorten it').default(''),
      holidays: z
        .array(z.strictObject({ on: dateText, name: shortText }))
        .max(mostDays, `has more than ${mostDays} days; leave years out that are long past`)
        .optional(),
    }),
    output: holidayCalendar,
    topics: ['holidays'],
  }),
  'holidays.remove': command({
    about:
      'Takes a holiday calendar out; people, services and trains that had it have none afterwards.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id, name: z.string(), people: z.number(), services: z.number() }),
    topics: ['holidays', 'people', 'services', 'trains'],
  }),
};
