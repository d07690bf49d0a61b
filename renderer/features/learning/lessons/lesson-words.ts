import type { AnswerEntry, ReleaseLesson } from '#shared/model/learning/lessons.ts';
import { isUnanswered, outcomeInWords } from '#shared/rules/learning/answers.ts';
import { capitalised } from '#shared/rules/governance/gate-outcome.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';

/** How an answer is marked: ignoring a lesson is taking a chance, and looks like one. */
export const answerLook: Record<AnswerEntry['outcome'], StatusKind> = {
  heeded: 'passed',
  'not-applicable': 'not-applicable',
  ignored: 'exception',
  withdrawn: 'out-of-date',
};

/** `Heeded`, `Not applicable`… */
export function answerWord(outcome: AnswerEntry['outcome']): string {
  return capitalised(outcomeInWords[outcome]);
}

/** Where a lesson stands on a release. */
export function standingOf(lesson: Pick<ReleaseLesson, 'why' | 'answer'>): {
  kind: StatusKind;
  word: string;
} {
  const { answer } = lesson;
  if (answer !== null)
    return { kind: answerLook[answer.outcome], word: answerWord(answer.outcome) };
  return isUnanswered(lesson)
    ? { kind: 'waiting', word: 'Not answered' }
    : { kind: 'not-applicable', word: 'No longer asked' };
}
