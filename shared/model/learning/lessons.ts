import { z } from 'zod';
import { dateText, id, instant, longText, rev, shortText } from '../primitives.ts';
import { part } from '../workspace/search.ts';

export const lessonKinds = ['mistake', 'success'] as const;
export const lessonKind = z.enum(lessonKinds);
export type LessonKind = z.infer<typeof lessonKind>;

/** What a lesson can ask to bring up to date. */
export const lessonUpdateKinds = [
  'runbook',
  'support-script',
  'documentation',
  'checklist',
] as const;
export const lessonUpdateKind = z.enum(lessonUpdateKinds);
export type LessonUpdateKind = z.infer<typeof lessonUpdateKind>;

/** A word or a few, by which risks are held against lessons: letters of any case are the same tag. */
export const lessonTag = z
  .string()
  .trim()
  .min(1, 'is empty; take it out or type a word')
  .max(60, 'is longer than 60 characters; shorten it')
  .refine((text) => !/[\n\r\0,;]/.test(text), 'has a comma or a line break; make it two tags');

export const lessonUpdate = z.strictObject({
  id,
  rev,
  kind: lessonUpdateKind,
  what: shortText,
  ownerId: id.nullable(),
  dueOn: dateText.nullable(),
  doneAt: instant.nullable(),
  doneById: id.nullable(),
});
export type LessonUpdate = z.infer<typeof lessonUpdate>;

export const lesson = z.strictObject({
  id,
  rev,
  kind: lessonKind,
  /** What to do or to avoid, in a line. */
  title: shortText,
  /** What was going on. */
  situation: longText,
  cause: longText,
  whatHelped: longText,
  serviceIds: z.array(id).max(200),
  tags: z.array(lessonTag).max(30, 'has more than 30 tags; keep those that tell it from others'),
  ownerId: id.nullable(),
  /** The day its owner looks whether it still holds. */
  reviewOn: dateText.nullable(),
  /** The release it was learned from; `source` says what no release does. */
  fromReleaseId: id.nullable(),
  source: z.string().max(500, 'is longer than 500 characters; shorten it'),
  addedAt: instant,
  addedById: id.nullable(),
  /** Since when no release is asked about it; null while it is in use. */
  retiredAt: instant.nullable(),
  updates: z.array(lessonUpdate),
});
export type Lesson = z.infer<typeof lesson>;

/** A lesson as a line of a list. */
export const lessonSummary = lesson
  .pick({
    ...{ id: true, rev: true, kind: true, title: true, serviceIds: true, tags: true },
    ...{ ownerId: true, reviewOn: true, addedAt: true, retiredAt: true },
  })
  .extend({
    /** The name of the release it was learned from; empty where it is of none. */
    fromRelease: z.string(),
    /** What it asks to bring up to date and nobody did yet, and how much of that is overdue. */
    openUpdates: z.number().int(),
    overdueUpdates: z.number().int(),
    /** Its review day has come. */
    reviewDue: z.boolean(),
  });
export type LessonSummary = z.infer<typeof lessonSummary>;

/** One that was found by words, with those marked. */
export const foundLesson = lessonSummary.extend({
  marked: z.array(part),
  /** Where else the words are; empty when the title says it all. */
  excerpt: z.array(part),
});
export type FoundLesson = z.infer<typeof foundLesson>;

export const answerOutcomes = ['heeded', 'not-applicable', 'ignored'] as const;
export const answerOutcome = z.enum(answerOutcomes);
export type AnswerOutcome = z.infer<typeof answerOutcome>;

/** One line of what was answered, as it was written; `withdrawn` takes the answer before it back. */
export const answerEntry = z.strictObject({
  id,
  outcome: z.enum([...answerOutcomes, 'withdrawn']),
  /** What was done, or why not. */
  note: z.string(),
  byId: id,
  at: instant,
});
export type AnswerEntry = z.infer<typeof answerEntry>;

export const lessonAnswer = answerEntry.extend({ outcome: answerOutcome });
export type LessonAnswer = z.infer<typeof lessonAnswer>;

/** A lesson as one release is asked about it. */
export const releaseLesson = z.strictObject({
  lesson,
  /** Why the release is asked, a sentence each; empty where it was answered and no longer touches. */
  why: z.array(z.string()),
  /** The answer that stands; null while there is none. */
  answer: lessonAnswer.nullable(),
  /** Everything that was answered and withdrawn, the newest first. */
  history: z.array(answerEntry),
});
export type ReleaseLesson = z.infer<typeof releaseLesson>;
