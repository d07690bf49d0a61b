import type {
  AnswerEntry,
  AnswerOutcome,
  LessonAnswer,
  ReleaseLesson,
} from '#shared/model/learning/lessons.ts';
import { Refusal } from '#shared/model/refusal.ts';

export const outcomeInWords: Record<AnswerEntry['outcome'], string> = {
  heeded: 'heeded',
  'not-applicable': 'not applicable',
  ignored: 'ignored',
  withdrawn: 'withdrawn',
};

/** The entries of one lesson on one release, the newest first; equal times in the order of writing. */
export function historyOf<E extends AnswerEntry>(entries: readonly E[]): E[] {
  return entries.toSorted((a, b) =>
    a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1,
  );
}

/** The answer that stands: the newest entry, unless it takes the one before it back. */
export function answerOf(history: readonly AnswerEntry[]): LessonAnswer | null {
  const [newest] = history;
  if (newest === undefined || newest.outcome === 'withdrawn') return null;
  return { ...newest, outcome: newest.outcome };
}

/** Touches its release and nobody has said anything to it that stands. */
export function isUnanswered({ why, answer }: Pick<ReleaseLesson, 'why' | 'answer'>): boolean {
  return why.length > 0 && answer === null;
}

/** What an answer has to say, as the label of its field and in a refusal. */
export const askedFor: Record<AnswerOutcome, { label: string; missing: string }> = {
  heeded: {
    label: 'What was done about it',
    missing:
      'A lesson that is heeded needs what was done about it: the change, the step or the check, so that others can see it.',
  },
  'not-applicable': {
    label: 'Why it does not apply',
    missing: 'A lesson that does not apply needs the reason: what is different in this release.',
  },
  ignored: {
    label: 'Why it is ignored',
    missing: 'Ignoring a lesson needs the reason: what speaks for taking the same chance again.',
  },
};

/** Refuses an answer without a word of what was done or why not. */
export function checkAnswer(outcome: AnswerOutcome, note: string): void {
  if (note.trim() !== '') return;
  const { missing } = askedFor[outcome];
  throw new Refusal('invalid_input', `${missing} Write it as the note.`, {
    note: 'is empty; write what was done or why not',
  });
}

/** Refuses an answer to what this release is not asked, and the withdrawal of none. */
export function checkAsked(
  { why, history, lesson }: Pick<ReleaseLesson, 'why' | 'history' | 'lesson'>,
  release: string,
): void {
  if (why.length > 0 || history.length > 0) return;
  throw new Refusal(
    'precondition_failed',
    `“${lesson.title}” does not touch ${release}: they share no service, and no open risk of it is about the tags of the lesson. Add the service or the tag to the lesson if it should.`,
  );
}

export function checkWithdrawal(
  { answer, lesson }: Pick<ReleaseLesson, 'answer' | 'lesson'>,
  reason: string,
): void {
  if (answer === null) {
    throw new Refusal(
      'precondition_failed',
      `There is no answer to “${lesson.title}” to withdraw. Answer it instead.`,
    );
  }
  if (reason.trim() !== '') return;
  throw new Refusal(
    'invalid_input',
    'Withdrawing an answer needs the reason, so that whoever relied on it knows why. Write it.',
    { reason: 'is empty; write why the answer no longer stands' },
  );
}
