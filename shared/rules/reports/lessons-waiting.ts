import type { LessonUpdateKind } from '#shared/model/learning/lessons.ts';
import type { WaitingItem } from '#shared/model/reports/today.ts';
import { updateInWords } from '../learning/lesson-terms.ts';
import { formatDate } from '../planning/zoned-time.ts';

type Due = {
  lessonId: string;
  lesson: string;
  update: { id: string; kind: LessonUpdateKind; what: string } | null;
  on: string;
};

/**
 * What of lessons waits for a person. An update is late, as it is told only once its day is past; a
 * review has a day from which on it is looked at, and nobody is blamed for the days after it.
 */
export function lessonsWaiting(due: readonly Due[], today: string): WaitingItem[] {
  return due.map(({ lessonId, lesson, update, on }) => ({
    key: update === null ? `lesson review ${lessonId}` : `lesson update ${update.id}`,
    ...{ kind: 'lesson', releaseId: null, release: '', gateId: null, lessonId },
    what:
      update === null ? `Look again at the lesson “${lesson}”` : `Bring up to date: ${update.what}`,
    why:
      update === null
        ? 'Its review day has come: change it, take it out of use, or set a later day'
        : `${updateInWords[update.kind]}, asked for by the lesson “${lesson}”`,
    due: update === null ? `since ${formatDate(on, today)}` : `was due ${formatDate(on, today)}`,
    late: update !== null,
  }));
}
