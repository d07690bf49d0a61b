import { z } from 'zod';
import { cabMeeting } from '#shared/model/governance/cab.ts';
import { decision, decisionOutcome } from '#shared/model/governance/gates.ts';
import { dateText, id, longText, shortText } from '#shared/model/primitives.ts';
import { command, query } from '../../procedure.ts';
import { judged, topics } from './agenda.ts';

export const decided = ['cab', 'approvals', 'gates', 'releases'] as const;

const condition = z.strictObject({ text: shortText, ownerId: id, dueOn: dateText });

export const vote = z.strictObject({
  personId: id,
  placeKey: z.string().max(60).optional(),
  outcome: decisionOutcome,
  deferredTo: dateText.optional(),
  comment: longText.default(''),
  conditions: z.array(condition).max(20).default([]),
});

/** A meeting as it is held: turns, votes, its end and its minutes. */
export const cabHeld = {
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
};
