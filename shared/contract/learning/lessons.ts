import { z } from 'zod';
import {
  answerOutcome,
  foundLesson,
  lesson,
  lessonKind,
  lessonSummary,
  lessonTag,
  lessonUpdate,
  releaseLesson,
} from '#shared/model/learning/lessons.ts';
import { id, longText, rev } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

/** What is entered of a lesson; the rest is kept by the program. */
const entered = lesson.pick({
  ...{ kind: true, title: true, situation: true, cause: true, whatHelped: true },
  ...{ serviceIds: true, tags: true, ownerId: true, reviewOn: true },
  ...{ fromReleaseId: true, source: true },
});

const enteredUpdate = lessonUpdate.pick({ kind: true, what: true, ownerId: true, dueOn: true });

/** How a list of lessons is narrowed; what is not given narrows nothing. */
const narrowed = {
  kind: lessonKind.optional(),
  serviceId: id.optional(),
  tag: lessonTag.optional(),
  /** Those with something open to bring up to date, with something overdue, or due for a review. */
  todo: z.enum(['open', 'overdue', 'review']).optional(),
  /** In use, out of use, or both. */
  which: z.enum(['in-use', 'retired', 'all']).default('in-use'),
};

/** Why a lesson touches a release, and what that sets off. */
const touchedTopics = ['lessons', 'releases', 'risks', 'services', 'people'] as const;
const answerTopics = ['lessons', 'gates', 'releases'] as const;

/** At most that long, so that it can be told in a line of a gate. */
const answerNote = z
  .string()
  .trim()
  .max(2000, 'is longer than 2,000 characters; attach the rest to the release');

export const lessons = {
  'lessons.list': query({
    about: 'Lists lessons, the newest first, narrowed by kind, service, tag or what is to be done.',
    input: z.strictObject({ ...narrowed, limit: z.number().int().min(1).max(5000).default(1000) }),
    output: z.strictObject({
      lessons: z.array(lessonSummary),
      /** How many fit, of which the first `limit` are listed. */
      total: z.number().int(),
    }),
    topics: ['lessons', 'services', 'releases', 'people', 'workspace'],
  }),
  'lessons.search': query({
    about:
      'Finds lessons by words of their title, situation, cause, what helped, tags and source, the best first.',
    input: z.strictObject({
      ...narrowed,
      text: z.string().max(1000, 'is longer than 1,000 characters; type a few words'),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      lessons: z.array(foundLesson),
      /** Whether more fit. */
      more: z.boolean(),
    }),
    topics: ['lessons', 'services', 'releases', 'people', 'workspace'],
  }),
  'lessons.get': query({
    about:
      'Gives a lesson whole: what it asks to bring up to date, and what releases answered to it.',
    input: z.strictObject({ id }),
    output: z.strictObject({
      lesson,
      /** The name of the release it was learned from; empty where it is of none. */
      fromRelease: z.string(),
      /** The answers that stand, the newest first. */
      answers: z.array(
        z.strictObject({
          ...{ releaseId: id, release: z.string() },
          answer: releaseLesson.shape.answer.unwrap(),
        }),
      ),
    }),
    topics: touchedTopics,
  }),
  'lessons.add': command({
    about:
      'Adds a lesson: what happened, why, what helped, whom it concerns, and what is to be brought up to date.',
    input: entered.extend({
      situation: longText.default(''),
      cause: longText.default(''),
      whatHelped: longText.default(''),
      serviceIds: lesson.shape.serviceIds.default([]),
      tags: lesson.shape.tags.default([]),
      ownerId: id.nullable().default(null),
      reviewOn: lesson.shape.reviewOn.default(null),
      fromReleaseId: id.nullable().default(null),
      source: lesson.shape.source.default(''),
      updates: z
        .array(
          enteredUpdate.extend({
            ownerId: id.nullable().default(null),
            dueOn: lessonUpdate.shape.dueOn.default(null),
          }),
        )
        .max(50)
        .default([]),
    }),
    output: lesson,
    topics: answerTopics,
  }),
  'lessons.edit': command({
    about:
      'Changes a lesson, or takes it out of use and back: then no further release is asked about it.',
    input: entered.partial().extend({ id, rev: rev.optional(), retired: z.boolean().optional() }),
    output: lesson,
    topics: answerTopics,
  }),
  'lessons.saveUpdate': command({
    about: 'Adds or changes one thing a lesson asks to bring up to date, or marks it as done.',
    input: enteredUpdate.partial().extend({
      lessonId: id,
      /** Absent for a new one. */
      id: id.optional(),
      rev: rev.optional(),
      done: z.boolean().optional(),
    }),
    output: lesson,
    topics: ['lessons'],
  }),
  'lessons.removeUpdate': command({
    about: 'Removes one thing a lesson asked to bring up to date; history keeps it.',
    input: z.strictObject({ id }),
    output: lesson,
    topics: ['lessons'],
  }),
  'lessons.remove': command({
    about: 'Removes a lesson entered in error; refused once a release has answered it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: answerTopics,
  }),
  'lessons.forRelease': query({
    about:
      'Lists the lessons that touch a release by its services and open risks, each with why and what was answered.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({
      /** Those without an answer first. */
      lessons: z.array(releaseLesson),
      /** How many touch the release and are not answered. */
      unanswered: z.number().int(),
    }),
    topics: touchedTopics,
  }),
  'lessons.answer': command({
    about:
      'Answers a lesson for a release: heeded with what was done, not applicable or ignored with the reason. A later answer takes the place of an earlier one, which stays in the record.',
    input: z.strictObject({
      ...{ releaseId: id, lessonId: id, outcome: answerOutcome },
      /** What was done, or why it does not apply or is ignored. */
      note: answerNote.default(''),
    }),
    output: releaseLesson,
    topics: answerTopics,
  }),
  'lessons.withdrawAnswer': command({
    about:
      'Takes the answer to a lesson back, with the reason; it stays in the record and the lesson is unanswered again.',
    input: z.strictObject({ releaseId: id, lessonId: id, reason: answerNote.default('') }),
    output: releaseLesson,
    topics: answerTopics,
  }),
};
