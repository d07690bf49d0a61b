import type { Context } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { risk } from '#core/database/schema/governance.ts';
import { lessonAnswer } from '#core/database/schema/learning.ts';
import { component } from '#core/database/schema/planning.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { AnswerEntry, ReleaseLesson } from '#shared/model/learning/lessons.ts';
import {
  checkAnswer,
  checkAsked,
  checkWithdrawal,
  isUnanswered,
} from '#shared/rules/learning/answers.ts';
import { judgedAt, requireOpenRelease, requireRelease } from '../../planning/releases/index.ts';
import { readLessons, requireLesson } from './read.ts';
import { touchedBySubjects } from './touching.ts';
import type { Touched } from './touching.ts';

/**
 * The lessons that touch a release or were answered on it, those without an answer first. A closed
 * release keeps to those that were there when it was closed.
 */
export function lessonsForRelease(
  store: Store,
  releaseId: string,
  now: number,
): Output<'lessons.forRelease'> {
  const touched = touchedOn(store, releaseId, now);
  const whole = readLessons(
    store,
    touched.map(({ id }) => id),
  );
  const lessons = touched.flatMap(({ id, why, answer, history }): ReleaseLesson[] => {
    const lesson = whole.get(id);
    return lesson === undefined ? [] : [{ lesson, why, answer, history }];
  });
  const unanswered = lessons.filter(isUnanswered);
  return {
    lessons: [...unanswered, ...lessons.filter((each) => !isUnanswered(each))],
    unanswered: unanswered.length,
  };
}

export function answerLesson(input: Parsed<'lessons.answer'>, context: Context): ReleaseLesson {
  const { releaseId, lessonId, outcome, note } = input;
  const { name } = requireOpenRelease(context.store, releaseId);
  checkAnswer(outcome, note);
  checkAsked(lessonOn(context, releaseId, lessonId), name);
  return record(context, { releaseId, lessonId, outcome, note });
}

export function withdrawAnswer(
  { releaseId, lessonId, reason }: Parsed<'lessons.withdrawAnswer'>,
  context: Context,
): ReleaseLesson {
  requireOpenRelease(context.store, releaseId);
  checkWithdrawal(lessonOn(context, releaseId, lessonId), reason);
  return record(context, { releaseId, lessonId, outcome: 'withdrawn', note: reason });
}

type Entry = { releaseId: string; lessonId: string } & Pick<AnswerEntry, 'outcome' | 'note'>;

function record(context: Context, entry: Entry): ReleaseLesson {
  const byId = context.requireActor();
  context.transact((write) => write.insert(lessonAnswer, { ...entry, byId, at: write.now }));
  return lessonOn(context, entry.releaseId, entry.lessonId);
}

function lessonOn({ store, now }: Context, releaseId: string, lessonId: string): ReleaseLesson {
  const lesson = requireLesson(store, lessonId);
  const touched = touchedOn(store, releaseId, now).find(({ id }) => id === lessonId);
  const { why, answer, history } = touched ?? { why: [], answer: null, history: [] };
  return { lesson, why, answer, history };
}

function touchedOn(store: Store, releaseId: string, now: number): Touched[] {
  const { dataMigration } = requireRelease(store, releaseId);
  const components = partsOf(store, component, [releaseId])(releaseId);
  const risks = partsOf(store, risk, [releaseId])(releaseId);
  const asked = {
    ...{ id: releaseId, at: judgedAt(store, releaseId, now), dataMigration },
    serviceIds: [...new Set(components.map(({ serviceId }) => serviceId))],
    risks: risks.filter(({ state }) => state === 'open'),
  };
  return touchedBySubjects(store, [asked]).get(releaseId) ?? [];
}
