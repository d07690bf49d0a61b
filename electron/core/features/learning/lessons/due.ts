import type { Store } from '#core/database/store.ts';
import type { LessonUpdateKind } from '#shared/model/learning/lessons.ts';

/** Something of a lesson whose day has come, for one person; without an update it is its review. */
export type LessonDue = {
  lessonId: string;
  lesson: string;
  update: { id: string; kind: LessonUpdateKind; what: string } | null;
  /** The day it was due, or the lesson was to be looked at again. */
  on: string;
};

type Stored = Pick<LessonDue, 'lessonId' | 'lesson' | 'on'> & {
  updateId: string | null;
  kind: LessonUpdateKind | null;
  what: string | null;
};

/**
 * What of lessons in use waits for a person on a day: updates of theirs that are overdue, and their
 * own lessons whose review day has come. The longest due first.
 */
export function lessonsDue({ raw }: Store, personId: string, today: string): LessonDue[] {
  return raw
    .prepare<{ personId: string; today: string }, Stored>(
      `SELECT l.id AS lessonId, l.title AS lesson, u.id AS updateId, u.kind, u.what, u.due_on AS "on"
       FROM lesson_update u JOIN lesson l ON l.id = u.lesson_id
       WHERE u.owner_id = @personId AND u.done_at IS NULL AND u.due_on < @today
         AND u.deleted_hlc IS NULL AND l.deleted_hlc IS NULL AND l.retired_at IS NULL
       UNION ALL
       SELECT id, title, NULL, NULL, NULL, review_on FROM lesson
       WHERE owner_id = @personId AND review_on <= @today
         AND deleted_hlc IS NULL AND retired_at IS NULL
       ORDER BY "on", lessonId`,
    )
    .all({ personId, today })
    .map(({ updateId, kind, what, ...each }) => ({
      ...each,
      update: updateId === null || kind === null ? null : { id: updateId, kind, what: what ?? '' },
    }));
}
