import { z } from 'zod';
import { id } from '#shared/model/primitives.ts';
import { importWarning, runStatus } from '#shared/model/delivery/pipelines.ts';
import {
  followedVersion,
  itemTicket,
  mostFound,
  takeableTicket,
  ticketFinding,
  ticketFreeze,
  ticketLeft,
  ticketQuestion,
  ticketTerm,
  ticketView,
} from '#shared/model/delivery/tickets.ts';
import { scopeItem } from '#shared/model/planning/scope.ts';
import { command, query } from '../procedure.ts';

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
      release: ticketTerm.optional(),
      label: ticketTerm.optional(),
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
  'tickets.find': query({
    about:
      'Asks a tracker for the tickets of a JQL (Jira), of a version or milestone or with a label, at most 500; nothing is stored.',
    input: z.strictObject({ connectionId: id, question: ticketQuestion }),
    output: z.strictObject({
      tickets: z.array(takeableTicket),
      /** There are more; narrow the question for them. */
      more: z.boolean(),
      warnings: z.array(importWarning),
    }),
    // A change of the scope must not ask the tracker again.
    topics: [],
  }),
  'tickets.take': command({
    about:
      'Adds the chosen tickets to the scope of a release, each as an item that names it. What is there already is left out and said.',
    input: z.strictObject({
      releaseId: id,
      connectionId: id,
      /** Of each what its tracker knows it by (`externalId`). */
      tickets: z
        .array(z.string().min(1).max(600))
        .min(1, 'has no tickets; choose at least one')
        .max(mostFound, `has more than ${mostFound} tickets; take the rest afterwards`),
      /** What they were found by (tickets.find); absent where they are those of the last sync. */
      question: ticketQuestion.optional(),
      /** A version or milestone the release is made of: what joins or leaves it later is told. */
      follow: ticketTerm.optional(),
      /** Needed after the scope freeze of the release where items are added; ignored before it. */
      lateReason: z
        .string()
        .trim()
        .max(2000, 'is longer than 2,000 characters; shorten it')
        .optional(),
    }),
    output: z.strictObject({ items: z.array(scopeItem), left: z.array(ticketLeft) }),
    topics: ['scope', 'gates', 'releases'],
  }),
  'tickets.follow': command({
    about: 'Says that a release is made of a version or milestone of a tracker.',
    input: z.strictObject({ releaseId: id, connectionId: id, name: ticketTerm }),
    output: z.array(followedVersion),
    topics: ['scope'],
  }),
  'tickets.unfollow': command({
    about: 'Takes back that a release is made of a version or milestone.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['scope'],
  }),
  'tickets.standing': query({
    about:
      'Says how the tickets stand that the scope of a release names, and what of them does not fit it: came or went after the scope freeze, closed without being done, reopened.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({
      /** Null where the plan has no scope freeze and planning was not left yet. */
      freeze: ticketFreeze.nullable(),
      followed: z.array(followedVersion),
      items: z.array(itemTicket),
      findings: z.array(ticketFinding),
    }),
    topics: ['scope', 'pipelines', 'connections', 'releases', 'tasks'],
  }),
};
