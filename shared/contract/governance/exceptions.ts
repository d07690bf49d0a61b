import { z } from 'zod';
import { exceptionView } from '#shared/model/governance/exceptions.ts';
import { placementRule } from '#shared/model/planning/placement.ts';
import { id, plannedAt } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

const said = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `is empty; say ${what} in a sentence`)
    .max(2000, 'is longer than 2,000 characters; shorten it');

/** A gate that is taken off by an exception is back when that is decided otherwise. */
const changed = ['exceptions', 'gates', 'releases'] as const;

export const exceptions = {
  'exceptions.list': query({
    about: 'Lists exceptions of a release, or of all, the newest first, each with where it stands.',
    input: z.strictObject({ releaseId: id.optional() }),
    output: z.array(exceptionView),
    topics: ['exceptions', 'releases', 'people', 'windows', 'device'],
  }),
  'exceptions.request': command({
    about:
      'Asks for leave not to keep a rule, with rationale, impact and expiry; a second person decides.',
    input: z.strictObject({
      releaseId: id,
      rule: placementRule,
      /** The window, release or booking it is an exception to; absent covers whatever the rule finds. */
      subjectId: id.optional(),
      rationale: said('why the rule cannot be kept'),
      impact: said('what may come of it'),
      expiresAt: plannedAt,
    }),
    output: exceptionView,
    topics: changed,
  }),
  'exceptions.decide': command({
    about: 'Grants or refuses an exception somebody else asked for; recorded, never undone.',
    input: z.strictObject({
      id,
      granted: z.boolean(),
      note: z.string().trim().max(2000, 'is longer than 2,000 characters; shorten it').default(''),
    }),
    output: exceptionView,
    topics: changed,
  }),
  'exceptions.withdraw': command({
    about: 'Takes an exception back, asked for or granted; the record keeps it.',
    input: z.strictObject({ id }),
    output: exceptionView,
    topics: changed,
  }),
};
