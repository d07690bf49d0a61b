import { z } from 'zod';
import { id } from '#shared/model/primitives.ts';
import { runStatus } from '#shared/model/delivery/pipelines.ts';
import { ticketView } from '#shared/model/delivery/tickets.ts';
import { query } from '../procedure.ts';

/** A fix version, milestone or label, as its tracker calls it. */
const term = z.string().trim().min(1, 'is empty').max(300, 'is longer than 300 characters');

const counted = z.strictObject({ name: z.string(), tickets: z.number().int() });

export const tickets = {
  'tickets.list': query({
    about:
      'Lists tickets as they were last read, the last changed first, with the open releases they are in.',
    input: z.strictObject({
      connectionId: id.optional(),
      /** Words of the key or the title. */
      text: z.string().trim().max(200).default(''),
      status: runStatus.optional(),
      /** A fix version or milestone. */
      release: term.optional(),
      label: term.optional(),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ tickets: z.array(ticketView), total: z.number().int() }),
    topics: ['pipelines', 'connections', 'scope', 'releases'],
  }),
  'tickets.choices': query({
    about: 'Lists the fix versions or milestones and the labels that tickets of a connection have.',
    input: z.strictObject({ connectionId: id }),
    output: z.strictObject({ releases: z.array(counted), labels: z.array(counted) }),
    topics: ['pipelines', 'connections'],
  }),
};
