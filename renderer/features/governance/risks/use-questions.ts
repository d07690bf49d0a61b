import { useState } from 'react';
import { z } from 'zod';
import type { Question, QuestionAxis } from '#shared/model/governance/assessments.ts';
import { dropDraft, readDraft, writeDraft } from '../../../state/draft.ts';

/** A question as it is typed: weights are text until it is published. */
export const typedQuestion = z.object({
  key: z.string(),
  axis: z.enum(['likelihood', 'impact']),
  text: z.string(),
  weight: z.string(),
  answers: z.array(z.object({ key: z.string(), text: z.string(), level: z.string() })),
});
export type TypedQuestion = z.infer<typeof typedQuestion>;

const draftKey = 'questionnaire';

/** What is typed into the questions; it outlives navigation and reload until it is published or given up. */
export function useQuestions(saved: readonly Question[]) {
  const [typed, setTyped] = useState(
    () => z.array(typedQuestion).safeParse(readDraft(draftKey)).data,
  );
  const before = saved.map(typedOf);
  const questions = typed ?? before;
  const set = (next: TypedQuestion[]) => {
    setTyped(next);
    writeDraft(draftKey, next);
  };
  return {
    questions,
    isDirty: typed !== undefined && JSON.stringify(typed) !== JSON.stringify(before),
    set,
    change: (key: string, patch: Partial<TypedQuestion>) =>
      set(questions.map((each) => (each.key === key ? { ...each, ...patch } : each))),
    add: (axis: QuestionAxis) => set([...questions, blank(axis, questions)]),
    remove: (key: string) => set(questions.filter((each) => each.key !== key)),
    startFrom: (others: readonly Question[]) => set(others.map(typedOf)),
    settle: () => {
      setTyped(undefined);
      dropDraft(draftKey);
    },
  };
}

export type EditedQuestions = ReturnType<typeof useQuestions>;

function typedOf({ key, axis, text, weight, answers }: Question): TypedQuestion {
  return {
    ...{ key, axis, text, weight: String(weight) },
    answers: answers.map((each) => ({ ...each, level: String(each.level) })),
  };
}

/** As it is sent; a weight that is no number is sent as one the core refuses in words. */
export function questionOf({ weight, answers, ...rest }: TypedQuestion): Question {
  const number = Number(weight.replace(',', '.'));
  return {
    ...rest,
    weight: weight.trim() === '' || !Number.isFinite(number) ? -1 : number,
    answers: answers.map(({ level, ...each }) => ({ ...each, level: Number(level) })),
  };
}

function blank(axis: QuestionAxis, others: readonly TypedQuestion[]): TypedQuestion {
  return {
    ...{ key: freeKey('question', others), axis, text: '', weight: '1' },
    answers: [
      { key: 'answer-1', text: '', level: '1' },
      { key: 'answer-2', text: '', level: '5' },
    ],
  };
}

/** `question-3`, the first that is not taken. */
export function freeKey(stem: string, others: readonly { key: string }[]): string {
  const taken = new Set(others.map(({ key }) => key));
  let number = others.length + 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
