import { z } from 'zod';
import { id, instant, rev } from '#shared/model/primitives.ts';
import { comment, commentText, place, subject } from '#shared/model/workspace/attached.ts';
import { command, query } from '../procedure.ts';

const ofRelease = {
  releaseId: id,
  /** Left out, all of the release. */
  subject: subject.optional(),
  subjectId: id.optional(),
};

export const comments = {
  'comments.list': query({
    about: 'Lists what was said about a release and what belongs to it, with what is unread.',
    input: z.strictObject(ofRelease),
    output: z.array(comment),
    topics: ['comments', 'releases', 'gates', 'checklists', 'risks', 'scope', 'device', 'people'],
  }),
  'comments.add': command({
    about:
      'Says something about a release, gate, checklist item, risk or scope item; @Name mentions.',
    input: z.strictObject({ ...place.shape, text: commentText }),
    output: comment,
    topics: ['comments'],
  }),
  'comments.update': command({
    about: 'Changes a comment of one’s own; it says from then on that it was edited.',
    input: z.strictObject({ id, text: commentText, rev: rev.optional() }),
    output: comment,
    topics: ['comments'],
  }),
  'comments.remove': command({
    about: 'Takes a comment of one’s own away; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['comments'],
  }),
  'comments.seen': command({
    about: 'Marks comments as read by the acting person: of one thing, or of the whole release.',
    input: z.strictObject({
      ...ofRelease,
      /** The newest that was shown; what came later stays unread. Left out, all of them. */
      until: instant.optional(),
    }),
    output: z.strictObject({ read: z.number().int() }),
    topics: ['comments'],
  }),
};
