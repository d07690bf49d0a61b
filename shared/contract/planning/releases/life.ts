import { z } from 'zod';
import { id, plannedAt, rev } from '#shared/model/primitives.ts';
import { release } from '#shared/model/planning/release-views.ts';
import { outcome } from '#shared/model/planning/releases.ts';
import { command, query } from '../../procedure.ts';

/** A reason people can read later; blank is none. */
const reason = z
  .string()
  .trim()
  .min(1, 'is empty; say why in a sentence')
  .max(2000, 'is longer than 2,000 characters; shorten it');

/** From phase to phase until a release is closed, and what can happen to it on the way. */
export const releaseLife = {
  'releases.advance': command({
    about: 'Goes on to the next phase, when every gate of the phase that is left is passed.',
    input: z.strictObject({ id, rev: rev.optional() }),
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.hold': command({
    about: 'Puts a release on hold with a reason; until it is resumed it cannot go on.',
    input: z.strictObject({ id, reason, rev: rev.optional() }),
    output: release,
    topics: ['releases'],
  }),
  'releases.resume': command({
    about: 'Takes a release off hold.',
    input: z.strictObject({ id, rev: rev.optional() }),
    output: release,
    topics: ['releases'],
  }),
  'releases.postpone': command({
    about:
      'Moves the planned start to a later time, and with it every deployment and phase that is ahead.',
    input: z.strictObject({ id, startAt: plannedAt, reason, rev: rev.optional() }),
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.cancel': command({
    about: 'Ends a release that will not be deployed, with a reason.',
    input: z.strictObject({ id, reason, rev: rev.optional() }),
    output: release,
    topics: ['releases', 'gates'],
  }),
  'releases.closing': query({
    about: 'Says what a release lacks before it can be closed, and how it seems to have ended.',
    input: z.strictObject({ id }),
    output: z.strictObject({ missing: z.array(z.string()), outcome }),
    topics: ['releases', 'gates', 'checklists', 'approvals', 'pipelines', 'incidents'],
  }),
  'releases.close': command({
    about: 'Closes a release with its outcome; refused with all it still lacks.',
    input: z.strictObject({
      id,
      outcome: z.enum(['released', 'rolled-back']),
      note: z.string().trim().max(2000).default(''),
      rev: rev.optional(),
    }),
    output: release,
    topics: ['releases', 'gates'],
  }),
};
