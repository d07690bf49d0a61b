import type {
  AssessmentAnswer,
  Question,
  QuestionAxis,
} from '#shared/model/governance/assessments.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** The level of an axis with the sum that gave it. */
export type WeighedAxis = { level: number; arithmetic: string };
export type Weighed = { likelihood: WeighedAxis; impact: WeighedAxis };

/**
 * The two levels of answers: the weighted mean of each axis, halves rounded up, from 1 to 5. A
 * rollback plan that exists but was not rehearsed adds one to the impact, which ends at 5.
 */
export function weigh(
  answers: readonly AssessmentAnswer[],
  rollback: 'none' | 'planned' | 'rehearsed',
): Weighed {
  const likelihood = axis(answers, 'likelihood');
  const impact = axis(answers, 'impact');
  if (rollback !== 'planned') return { likelihood, impact };
  const level = Math.min(5, impact.level + 1);
  const added =
    impact.level === 5
      ? 'a rollback plan that was not rehearsed would add 1, and 5 is the most'
      : `+ 1 for a rollback plan that was not rehearsed = ${level}`;
  return { likelihood, impact: { level, arithmetic: `${impact.arithmetic}; ${added}` } };
}

/** `(3 × 2 + 5 × 1) ÷ 3 = 3.7, rounded 4` */
function axis(answers: readonly AssessmentAnswer[], which: QuestionAxis): WeighedAxis {
  const own = answers.filter((answer) => answer.axis === which);
  const weights = exact(own.reduce((sum, { weight }) => sum + weight, 0));
  if (weights <= 0) {
    throw new Refusal(
      'invalid_input',
      `No question about the ${which} is answered, so it has no level. Answer at least one of them.`,
      { answers: `has no answer about the ${which}` },
    );
  }
  const sum = exact(own.reduce((total, { level, weight }) => total + level * weight, 0));
  const mean = exact(sum / weights);
  const level = Math.min(5, Math.max(1, Math.floor(mean + 0.5)));
  const terms = own.map(({ level: each, weight }) => `${each} × ${weight}`).join(' + ');
  const said = Number.isInteger(mean) ? String(mean) : `${mean.toFixed(2)}, rounded ${level}`;
  return { level, arithmetic: `(${terms}) ÷ ${weights} = ${said}` };
}

/** Tenths have no exact binary form: what should be a half must not come out a hair below it. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** The chosen answers with the words and weights of now. Refuses one the questions do not have. */
export function answered(
  questions: readonly Question[],
  chosen: readonly { questionKey: string; answerKey: string }[],
): AssessmentAnswer[] {
  const seen = new Set<string>();
  return chosen.map(({ questionKey, answerKey }) => {
    const question = questions.find(({ key }) => key === questionKey);
    const answer = question?.answers.find(({ key }) => key === answerKey);
    if (question === undefined || answer === undefined || seen.has(questionKey)) {
      const message =
        question === undefined
          ? `“${questionKey}” is no question that is asked now; load the questions again`
          : answer === undefined
            ? `“${answerKey}” is no answer to “${question.text}”; choose one of ${question.answers.map(({ key }) => key).join(', ')}`
            : `“${question.text}” is answered twice; keep one answer`;
      throw new Refusal('invalid_input', `${message}.`, { answers: message });
    }
    seen.add(questionKey);
    const { axis: of, text, weight } = question;
    return {
      ...{ questionKey, answerKey, axis: of, weight },
      ...{ question: text, answer: answer.text, level: answer.level },
    };
  });
}

/** What keeps questions from being published; null where they can be asked. */
export function questionsProblem(questions: readonly Question[]): string | null {
  const keys = questions.map(({ key }) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return `Two questions have the key “${twice}”; give one another key.`;
  for (const { text, answers } of questions) {
    const own = answers.map(({ key }) => key);
    const same = own.find((key, at) => own.indexOf(key) !== at);
    if (same !== undefined) return `“${text}” has two answers with the key “${same}”.`;
  }
  for (const which of ['likelihood', 'impact'] as const) {
    const weights = questions.filter((each) => each.axis === which && each.weight > 0);
    if (weights.length === 0) {
      return `No question with a weight asks about the ${which}, so it could never have a level. Add one.`;
    }
  }
  return null;
}
