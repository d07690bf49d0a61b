import { z } from 'zod';
import {
  agendaItem,
  agendaProposal,
  boardFacts,
  emergencyVoter,
  meetingSummary,
} from '#shared/model/governance/cab-views.ts';
import { cabItem, cabItemKind, cabMeeting } from '#shared/model/governance/cab.ts';
import { decision, decisionOutcome } from '#shared/model/governance/gates.ts';
import {
  dateText,
  id,
  longText,
  plannedAt,
  rev,
  shortText,
  zone,
} from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

const topics = ['cab'] as const;
const judged = [
  ...(['cab', 'gates', 'approvals', 'releases', 'scope', 'risks', 'rollback'] as const),
  ...(['checklists', 'pipelines', 'people', 'connections', 'windows', 'evidence'] as const),
  ...(['policies', 'assessments', 'exceptions'] as const),
];
const decided = ['cab', 'approvals', 'gates', 'releases'] as const;

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

const condition = z.strictObject({ text: shortText, ownerId: id, dueOn: dateText });

const vote = z.strictObject({
  personId: id,
  placeKey: z.string().max(60).optional(),
  outcome: decisionOutcome,
  deferredTo: dateText.optional(),
  comment: longText.default(''),
  conditions: z.array(condition).max(20).default([]),
});

export const cab = {
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
  'cab.start': command({
    about: 'Starts a meeting: its clock runs, and the first item is open.',
    input: z.strictObject({ meetingId: id }),
    output: cabMeeting,
    topics,
  }),
  'cab.pause': command({
    about: 'Stops the clocks of a meeting until it goes on.',
    input: z.strictObject({ meetingId: id }),
    output: cabMeeting,
    topics,
  }),
  'cab.resume': command({
    about: 'Lets the clocks of a paused meeting run on.',
    input: z.strictObject({ meetingId: id }),
    output: cabMeeting,
    topics,
  }),
  'cab.turn': command({
    about: 'Goes on to the next item or back to the one before; what was not decided waits on.',
    input: z.strictObject({ meetingId: id, to: z.enum(['next', 'previous']) }),
    output: z.strictObject({ itemId: id.nullable() }),
    topics,
  }),
  'cab.open': command({
    about: 'Opens one item of a running meeting; the one that was open is left.',
    input: z.strictObject({ itemId: id }),
    output: z.strictObject({ itemId: id.nullable() }),
    topics,
  }),
  'cab.skip': command({
    about: 'Passes an item over and goes on to the next; it is still to be dealt with.',
    input: z.strictObject({ itemId: id }),
    output: z.strictObject({ itemId: id.nullable() }),
    topics,
  }),
  'cab.decide': command({
    about:
      'Records the votes of a meeting at one gate. Each is asked by the rules alone: one that is refused says why and keeps none of the others back.',
    input: z.strictObject({
      itemId: id,
      gateId: id,
      votes: z.array(vote).min(1, 'has no vote').max(100, 'has more than 100 votes'),
    }),
    output: z.strictObject({
      recorded: z.array(decision),
      refused: z.array(
        z.strictObject({
          personId: id,
          /** The place the vote was for, as it was sent; null where none was named. */
          placeKey: z.string().nullable(),
          message: z.string(),
          fields: z.record(z.string(), z.string()),
        }),
      ),
    }),
    topics: decided,
  }),
  'cab.close': command({
    about:
      'Closes a meeting. Each item that was not dealt with is moved to a meeting ahead, or goes back to what waits.',
    input: z.strictObject({
      meetingId: id,
      rest: z
        .array(z.strictObject({ itemId: id, moveToId: id.nullable() }))
        .max(1000)
        .default([]),
    }),
    output: cabMeeting,
    topics,
  }),
  'cab.minutes': query({
    about: 'Gives the minutes of a meeting as they stand, as Markdown or as one HTML file.',
    input: z.strictObject({ meetingId: id, format: z.enum(['markdown', 'html']) }),
    output: z.strictObject({ fileName: z.string(), mediaType: z.string(), text: z.string() }),
    topics: judged,
  }),
  'cab.minutesPdf': query({
    about: 'Gives the minutes of a meeting as they stand, laid out on pages.',
    input: z.strictObject({ meetingId: id, paper: z.enum(['A4', 'Letter']).default('A4') }),
    output: z.strictObject({
      fileName: z.string(),
      mediaType: z.literal('application/pdf'),
      /** The bytes as base64. */
      content: z.string(),
    }),
    topics: judged,
  }),
  'cab.emergencyVoters': query({
    about: 'Says who can decide on a release in an emergency, and at which gates.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({
      gates: z.array(z.strictObject({ id, name: z.string() })),
      voters: z.array(emergencyVoter),
      /** By when the review afterwards is due. */
      reviewOn: dateText,
      /** Why no emergency can be decided on it now; null when one can. */
      refusal: z.string().nullable(),
    }),
    topics: judged,
  }),
  'cab.emergency': command({
    about:
      'Records an emergency decision of two people on a release: the meeting is held and closed, and its review is due by itself.',
    input: z.strictObject({
      releaseId: id,
      reason: z.string().trim().min(1, 'is empty; say what cannot wait').max(2000),
      votes: z
        .array(vote.pick({ personId: true, outcome: true, comment: true, conditions: true }))
        .length(2, 'needs the votes of two people'),
    }),
    output: z.strictObject({
      meeting: cabMeeting,
      decisions: z.array(decision),
      /** Decided gates of the release that are open still. */
      open: z.array(z.string()),
      reviewOn: dateText,
    }),
    topics: [...decided, 'checklists'],
  }),
};
