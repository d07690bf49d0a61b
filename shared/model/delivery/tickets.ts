import { z } from 'zod';
import { id, instant, rev } from '../primitives.ts';
import { runStatus } from './pipelines.ts';
import { normalisedTicket } from './rows.ts';

/** A scope item of an open release that names a ticket. */
export const ticketTaken = z.strictObject({
  releaseId: id,
  release: z.string(),
  itemId: id,
  /** It was dropped there since. */
  dropped: z.boolean(),
});
export type TicketTaken = z.infer<typeof ticketTaken>;

/** A ticket that can be taken into a scope. */
export const takeableTicket = normalisedTicket.omit({ kind: true }).extend({
  connectionId: id,
  connectionName: z.string(),
  /** How a scope item names it: `PAY-12`, `#12`, `acme/shop#12`. */
  name: z.string(),
  taken: z.array(ticketTaken),
});
export type TakeableTicket = z.infer<typeof takeableTicket>;

/** A ticket as a sync or a file brought it. */
export const ticketView = takeableTicket.extend({
  id,
  /** Since when its tracker no longer has it. */
  goneAt: instant.nullable(),
  /** How old what is known of it is. */
  asOf: instant.nullable(),
});
export type TicketView = z.infer<typeof ticketView>;

/** A fix version, milestone or label, as its tracker calls it. */
export const ticketTerm = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(300, 'is longer than 300 characters; shorten it')
  .regex(/^\P{Cc}*$/u, 'has a character that cannot be seen; type it again');

/** What a tracker is asked for: all that is given has to fit. */
export const ticketQuestion = z
  .strictObject({
    /** Of Jira alone; with it the place of the connection does not bound the question. */
    jql: z
      .string()
      .trim()
      .min(1, 'is empty')
      .max(2000, 'is longer than 2,000 characters; shorten it')
      .regex(/^\P{Cc}*$/u, 'has a character that cannot be seen; type it again')
      .optional(),
    /** A fix version or milestone. */
    release: ticketTerm.optional(),
    label: ticketTerm.optional(),
  })
  .refine(({ jql, release, label }) => jql ?? release ?? label, {
    error: 'asks for nothing; give a JQL, a version or milestone, or a label',
  });
export type TicketQuestion = z.infer<typeof ticketQuestion>;

/** What is looked for at once, and what is taken at once. */
export const mostFound = 500;

export const followedVersion = z.strictObject({
  id,
  rev,
  releaseId: id,
  connectionId: id,
  connectionName: z.string(),
  name: z.string(),
});
export type FollowedVersion = z.infer<typeof followedVersion>;

/** A ticket that was chosen and not taken, with the reason. */
export const ticketLeft = z.strictObject({ name: z.string(), reason: z.string() });

/** From when on what comes into a scope is late, and what says so. */
export const ticketFreeze = z.strictObject({
  at: instant,
  /** The milestone of the plan; where it has none, when planning was left. */
  by: z.enum(['scope-freeze', 'planning']),
});
export type TicketFreeze = z.infer<typeof ticketFreeze>;

/**
 * What does not fit between a scope and its tickets: taken or joined late, in the version and not in
 * the scope, left it, closed without being done, reopened, called otherwise, gone.
 */
export const ticketFindingKinds = [
  'taken',
  'joined',
  'missing',
  'left',
  'closed',
  'reopened',
  'moved',
  'gone',
] as const;
export const ticketFinding = z.strictObject({
  kind: z.enum(ticketFindingKinds),
  /** It came or went after the freeze. */
  late: z.boolean(),
  key: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  itemId: id.nullable(),
  /** Of a ticket that was read; null where an item names one nobody has told of. */
  connectionId: id.nullable(),
  externalId: z.string().nullable(),
  at: instant.nullable(),
  /** The reason, in a sentence. */
  said: z.string(),
});
export type TicketFinding = z.infer<typeof ticketFinding>;

/** How the ticket stands that a scope item names. */
export const itemTicket = z.strictObject({
  itemId: id,
  key: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  status: runStatus,
  rawStatus: z.string().nullable(),
  rawResult: z.string().nullable(),
  connectionName: z.string(),
  goneAt: instant.nullable(),
  asOf: instant.nullable(),
});
export type ItemTicket = z.infer<typeof itemTicket>;
