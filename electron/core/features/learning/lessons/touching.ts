import { partsOf } from '#core/database/plain-rows.ts';
import { lessonAnswer } from '#core/database/schema/learning.ts';
import { iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { AnswerEntry, LessonAnswer } from '#shared/model/learning/lessons.ts';
import { answerOf, historyOf } from '#shared/rules/learning/answers.ts';
import { lessonsGate } from '#shared/rules/learning/lessons-gate.ts';
import { touchedBy } from '#shared/rules/learning/touching.ts';
import type { LessonsOf, LessonsSubject } from '../../governance/gates/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { textsIn } from './summaries.ts';

/** A lesson as a release is asked about it, before it is read whole. */
export type Touched = {
  id: string;
  title: string;
  /** Empty where it was answered and no longer touches. */
  why: string[];
  answer: LessonAnswer | null;
  history: AnswerEntry[];
};

/**
 * The lessons that touch each of these releases or were answered on it, in the order they were
 * added: four queries, however many releases and lessons.
 */
export function touchedBySubjects(
  store: Store,
  asked: readonly LessonsSubject[],
): Map<string, Touched[]> {
  const names = new Map(listServices(store).map(({ id, name }) => [id, name]));
  const ids = asked.map(({ id }) => id);
  const answers = partsOf(store, lessonAnswer, ids);
  const answeredIds = new Set(ids.flatMap((id) => answers(id).map(({ lessonId }) => lessonId)));
  const candidates = readCandidates(store, asked, answeredIds);
  return new Map(
    asked.map((release) => {
      const services = release.serviceIds.map((id) => ({ id, name: names.get(id) ?? 'a service' }));
      const reasonsOf = touchedBy({ ...release, services }, release.at);
      const own = Map.groupBy(answers(release.id), ({ lessonId }) => lessonId);
      const touched = candidates.flatMap(({ id, title, ...candidate }): Touched[] => {
        const why = reasonsOf(candidate);
        const history = historyOf((own.get(id) ?? []).map(toEntry));
        if (why.length === 0 && history.length === 0) return [];
        return [{ id, title, why, history, answer: answerOf(history) }];
      });
      return [release.id, touched];
    }),
  );
}

/** What governance is handed up for the gate `lessons-heeded`. */
export const lessonsOf: LessonsOf = (store, asked) => {
  const { zone } = readWorkspace(store);
  const names = new Map(listPeople(store).map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'somebody who left';
  const touched = touchedBySubjects(store, asked);
  return new Map(
    asked.map(({ id, at }) => {
      const touching = (touched.get(id) ?? []).filter(({ why }) => why.length > 0);
      const outcome = lessonsGate(touching, { nameOf, zone, now: iso(at) });
      return [id, { touching: touching.length, outcome }];
    }),
  );
};

type Candidate = {
  id: string;
  title: string;
  serviceIds: string[];
  tags: string[];
  fromReleaseId: string | null;
  addedAt: number;
  retiredAt: number | null;
};

type Stored = Omit<Candidate, 'serviceIds' | 'tags'> & { serviceIds: string; tags: string };

/**
 * What can touch one of the releases: lessons that name one of their services, those with tags, and
 * those that were answered. Which of them do is for the rule to say.
 */
function readCandidates(
  { raw }: Store,
  asked: readonly LessonsSubject[],
  answeredIds: ReadonlySet<string>,
): Candidate[] {
  const serviceIds = [...new Set(asked.flatMap((release) => release.serviceIds))];
  const mayBeTagged = asked.some(({ risks, dataMigration }) => dataMigration || risks.length > 0);
  return raw
    .prepare<[string, number, string], Stored>(
      `SELECT id, title, service_ids AS serviceIds, tags, from_release_id AS fromReleaseId,
         added_at AS addedAt, retired_at AS retiredAt
       FROM lesson l WHERE deleted_hlc IS NULL AND (
         EXISTS (SELECT 1 FROM json_each(l.service_ids) own
                 WHERE own.value IN (SELECT value FROM json_each(?)))
         OR (? = 1 AND tags <> '[]')
         OR id IN (SELECT value FROM json_each(?)))
       ORDER BY added_at, id`,
    )
    .all(JSON.stringify(serviceIds), mayBeTagged ? 1 : 0, JSON.stringify([...answeredIds]))
    .map((row) => ({ ...row, serviceIds: textsIn(row.serviceIds), tags: textsIn(row.tags) }));
}

function toEntry({ id, outcome, note, byId, at }: Plain<typeof lessonAnswer>): AnswerEntry {
  return { id, outcome, note, byId, at: iso(at) };
}
