import type { AnswerEntry, LessonKind, LessonUpdateKind } from '#shared/model/learning/lessons.ts';
import { at, entityColumns, index, releaseId, sqliteTable, text } from './columns.ts';
import { release } from './planning.ts';
import { person } from './workspace.ts';

const personId = (name: string) => text(name).references(() => person.id);

/** A mistake to avoid or a success to repeat. */
export const lesson = sqliteTable(
  'lesson',
  {
    ...entityColumns,
    kind: text('kind').$type<LessonKind>().notNull(),
    title: text('title').notNull(),
    situation: text('situation').notNull(),
    cause: text('cause').notNull(),
    whatHelped: text('what_helped').notNull(),
    serviceIds: text('service_ids', { mode: 'json' }).$type<string[]>().notNull(),
    tags: text('tags', { mode: 'json' }).$type<string[]>().notNull(),
    ownerId: personId('owner_id'),
    reviewOn: text('review_on'),
    /** Not named `releaseId`: a lesson outlives its release, and is changed after that was closed. */
    fromReleaseId: text('from_release_id').references(() => release.id),
    source: text('source').notNull(),
    addedAt: at('added_at').notNull(),
    addedById: personId('added_by_id'),
    /** From then on no release is asked about it. */
    retiredAt: at('retired_at'),
  },
  (table) => [index('lesson_from_release_idx').on(table.fromReleaseId)],
);

/** What a lesson asks to bring up to date, so that the next one finds it where they look. */
export const lessonUpdate = sqliteTable(
  'lesson_update',
  {
    ...entityColumns,
    lessonId: text('lesson_id')
      .notNull()
      .references(() => lesson.id),
    kind: text('kind').$type<LessonUpdateKind>().notNull(),
    what: text('what').notNull(),
    ownerId: personId('owner_id'),
    dueOn: text('due_on'),
    doneAt: at('done_at'),
    doneById: personId('done_by_id'),
  },
  (table) => [index('lesson_update_lesson_idx').on(table.lessonId)],
);

/** What a release answered to a lesson, or that an answer was withdrawn: added, never changed. */
export const lessonAnswer = sqliteTable(
  'lesson_answer',
  {
    ...entityColumns,
    releaseId: releaseId().references(() => release.id),
    lessonId: text('lesson_id')
      .notNull()
      .references(() => lesson.id),
    outcome: text('outcome').$type<AnswerEntry['outcome']>().notNull(),
    note: text('note').notNull(),
    byId: personId('by_id').notNull(),
    at: at('at').notNull(),
  },
  (table) => [
    index('lesson_answer_release_idx').on(table.releaseId),
    index('lesson_answer_lesson_idx').on(table.lessonId),
  ],
);
