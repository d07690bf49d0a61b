import { z } from 'zod';
import { emergencyVoter } from '#shared/model/governance/cab-views.ts';
import { cabMeeting } from '#shared/model/governance/cab.ts';
import { decision } from '#shared/model/governance/gates.ts';
import { dateText, id } from '#shared/model/primitives.ts';
import { command, query } from '../../procedure.ts';
import { judged } from './agenda.ts';
import { decided, vote } from './meeting.ts';

/** Two people decide at once where nothing can wait for a meeting. */
export const cabEmergency = {
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
