import { z } from 'zod';
import {
  agendaItem,
  agendaProposal,
  boardFacts,
  meetingSummary,
} from '#shared/model/governance/cab-views.ts';
import { cabItem, cabItemKind, cabMeeting } from '#shared/model/governance/cab.ts';
import {
  dateText,
  id,
  longText,
  plannedAt,
  rev,
  shortText,
  zone,
} from '#shared/model/primitives.ts';
import { command, query } from '../../procedure.ts';

export const topics = ['cab'] as const;
/** What is judged anew for a meeting. */
export const judged = [
  ...(['cab', 'gates', 'approvals', 'releases', 'scope', 'risks', 'rollback'] as const),
  ...(['checklists', 'pipelines', 'people', 'connections', 'windows', 'evidence'] as const),
  ...(['policies', 'assessments', 'exceptions'] as const),
];

const duration = z
  .number()
  .int('is no whole number of minutes')
  .min(1, 'is less than a minute')
  .max(24 * 60, 'is longer than a day; hold several meetings');
const plannedMinutes = z
  .number()
  .int('is no whole number of minutes')
  .min(0, 'is less than no time')
  .max(24 * 60, 'is longer than a day');
const place = z
  .string()
  .trim()
  .max(500, 'is longer than 500 characters; shorten it')
  .refine((text) => !/[\n\r\0]/.test(text), 'has a line break; keep it on one line');

const meetingFields = {
  title: shortText,
  startsAt: plannedAt,
  zone,
  durationMinutes: duration,
  place,
  chairId: id.nullable(),
  attendeeIds: z.array(id).max(500, 'has more than 500 people'),
};

const newItem = z.strictObject({
  kind: cabItemKind,
  /** Needed where it is about no release; absent it is called as the release. */
  title: shortText.optional(),
  releaseId: id.nullable().default(null),
  plannedMinutes: plannedMinutes.default(10),
});

/** Meetings and their agenda, until they begin. */
export const cabPlanned = {
  'cab.list': query({
    about: 'Lists the meetings of the board, those ahead first, then the newest of those held.',
    input: z.strictObject({
      which: z.enum(['open', 'closed', 'all']).default('all'),
      limit: z.number().int().min(1).max(500).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.strictObject({ meetings: z.array(meetingSummary), total: z.number().int() }),
    topics: ['cab', 'releases'],
  }),
  'cab.agenda': query({
    about:
      'Gives a meeting with its agenda, where each decision on it stands, and what else waits for the board.',
    input: z.strictObject({ meetingId: id }),
    output: z.strictObject({
      meeting: cabMeeting,
      items: z.array(agendaItem),
      /** Nothing once the meeting is closed. */
      proposed: z.array(agendaProposal),
      /** Meetings what is left over can be moved to. */
      next: z.array(z.strictObject({ id, title: z.string(), startsAt: z.string() })),
      /** The review an emergency asks for. */
      review: z
        .strictObject({
          releaseId: id,
          text: z.string(),
          dueOn: dateText.nullable(),
          ownerId: id.nullable(),
          done: z.boolean(),
        })
        .nullable(),
    }),
    topics: judged,
  }),
  'cab.facts': query({
    about:
      'Gives what a board looks at when it decides on an item: risk, scope, way back, windows, gates, evidence.',
    input: z.strictObject({ itemId: id }),
    output: boardFacts.nullable(),
    topics: judged,
  }),
  'cab.create': command({
    about: 'Plans a meeting; unless told otherwise its agenda is filled with what waits for it.',
    input: z.strictObject({
      ...meetingFields,
      place: place.default(''),
      chairId: id.nullable().default(null),
      attendeeIds: meetingFields.attendeeIds.default([]),
      durationMinutes: duration.default(60),
      fill: z.boolean().default(true),
    }),
    output: cabMeeting,
    topics,
  }),
  'cab.update': command({
    about:
      'Changes a meeting. Once it is closed only its minutes can be worded better; the rest is the record.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      title: shortText.optional(),
      startsAt: plannedAt.optional(),
      zone: zone.optional(),
      durationMinutes: duration.optional(),
      place: place.optional(),
      chairId: id.nullable().optional(),
      attendeeIds: meetingFields.attendeeIds.optional(),
      minutes: longText.optional(),
    }),
    output: cabMeeting,
    topics,
  }),
  'cab.remove': command({
    about: 'Takes a meeting that was not held off the list, with its agenda.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics,
  }),
  'cab.addItems': command({
    about: 'Puts releases or words on the agenda of a meeting, at its end.',
    input: z.strictObject({
      meetingId: id,
      items: z.array(newItem).min(1, 'has nothing to add').max(200, 'has more than 200 items'),
    }),
    output: z.array(cabItem),
    topics,
  }),
  'cab.updateItem': command({
    about: 'Changes what an item is called, how long it is planned for, or its notes.',
    input: z.strictObject({
      id,
      rev: rev.optional(),
      title: shortText.optional(),
      plannedMinutes: plannedMinutes.optional(),
      notes: longText.optional(),
    }),
    output: cabItem,
    topics,
  }),
  'cab.removeItem': command({
    about: 'Takes an item that was not dealt with off the agenda.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics,
  }),
  'cab.moveItem': command({
    about: 'Promotes or demotes an item: puts it behind another one, or in front with null.',
    input: z.strictObject({ id, afterId: id.nullable() }),
    output: z.array(cabItem),
    topics,
  }),
};
