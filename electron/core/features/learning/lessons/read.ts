import { lesson, lessonAnswer, lessonUpdate } from '#core/database/schema/learning.ts';
import { alive, iso, isoOrNull, oneOf, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Lesson } from '#shared/model/learning/lessons.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { answerOf, historyOf } from '#shared/rules/learning/answers.ts';

type Row = Plain<typeof lesson>;
type UpdateRow = Plain<typeof lessonUpdate>;

/** These lessons with what each asks to bring up to date: two queries, however many. */
export function readLessons({ orm }: Store, ids: readonly string[]): Map<string, Lesson> {
  const rows = orm
    .select(plain(lesson))
    .from(lesson)
    .where(alive(lesson, oneOf(lesson.id, ids)))
    .all();
  const updates = Map.groupBy(
    orm
      .select(plain(lessonUpdate))
      .from(lessonUpdate)
      .where(alive(lessonUpdate, oneOf(lessonUpdate.lessonId, ids)))
      .orderBy(lessonUpdate.id)
      .all(),
    ({ lessonId }) => lessonId,
  );
  return new Map(rows.map((row) => [row.id, toLesson(row, updates.get(row.id) ?? [])]));
}

/** The lesson, or a `not_found` refusal that names it. */
export function requireLesson(store: Store, id: string): Lesson {
  const found = readLessons(store, [id]).get(id);
  if (found !== undefined) return found;
  throw new Refusal(
    'not_found',
    `There is no lesson with the id ${id}. It may have been removed; open the list and choose again.`,
  );
}

/** A lesson whole, with where it comes from and what releases answered to it. */
export function getLesson(store: Store, id: string): Output<'lessons.get'> {
  const found = requireLesson(store, id);
  const names = releaseNames(store, id, found.fromReleaseId);
  const answers = Map.groupBy(answersTo(store, id), ({ releaseId }) => releaseId);
  const standing = [...answers].flatMap(([releaseId, entries]) => {
    const answer = answerOf(
      historyOf(entries.map((each) => ({ ...entryOf(each), at: iso(each.at) }))),
    );
    return answer === null ? [] : [{ releaseId, release: names.get(releaseId) ?? '', answer }];
  });
  return {
    lesson: found,
    fromRelease: names.get(found.fromReleaseId ?? '') ?? '',
    answers: standing.toSorted((a, b) => (a.answer.at < b.answer.at ? 1 : -1)),
  };
}

function answersTo({ orm }: Store, lessonId: string): Plain<typeof lessonAnswer>[] {
  return orm
    .select(plain(lessonAnswer))
    .from(lessonAnswer)
    .where(alive(lessonAnswer, oneOf(lessonAnswer.lessonId, [lessonId])))
    .all();
}

function entryOf({ id, outcome, note, byId }: Plain<typeof lessonAnswer>) {
  return { id, outcome, note, byId };
}

/** The releases that answered a lesson, and the one it was learned from. */
function releaseNames({ raw }: Store, lessonId: string, from: string | null): Map<string, string> {
  const rows = raw
    .prepare<[string | null, string], { id: string; name: string }>(
      `SELECT id, name FROM release WHERE id = ?
       OR id IN (SELECT release_id FROM lesson_answer WHERE lesson_id = ?)`,
    )
    .all(from, lessonId);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function toLesson(row: Row, updates: readonly UpdateRow[]): Lesson {
  const { id, rev, kind, title, situation, cause, whatHelped, serviceIds, tags } = row;
  const { ownerId, reviewOn, fromReleaseId, source, addedById } = row;
  return {
    ...{ id, rev, kind, title, situation, cause, whatHelped, serviceIds, tags },
    ...{ ownerId, reviewOn, fromReleaseId, source, addedById },
    ...{ addedAt: iso(row.addedAt), retiredAt: isoOrNull(row.retiredAt) },
    updates: updates.map(({ lessonId, doneAt, ...each }) => ({
      ...each,
      doneAt: isoOrNull(doneAt),
    })),
  };
}
