import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentAnswer } from '#shared/model/governance/assessments.ts';
import { answered, questionsProblem, weigh } from '#shared/rules/governance/questionnaire.ts';
import { shippedQuestions } from '#shared/rules/governance/shipped-questions.ts';

function answer(axis: 'likelihood' | 'impact', level: number, weight: number): AssessmentAnswer {
  const words = { questionKey: `${axis}-${level}`, answerKey: 'a', question: '', answer: '' };
  return { ...words, axis, level, weight };
}

describe('answers to the questions about risk', () => {
  it('come to the weighted mean of each axis, with its sum to be read out', () => {
    const answers = [
      answer('likelihood', 3, 2),
      answer('likelihood', 5, 1),
      answer('impact', 2, 1),
    ];
    expect(weigh(answers, 'none')).toEqual({
      likelihood: { level: 4, arithmetic: '(3 × 2 + 5 × 1) ÷ 3 = 3.67, rounded 4' },
      impact: { level: 2, arithmetic: '(2 × 1) ÷ 1 = 2' },
    });
  });

  it('round halves up', () => {
    const answers = [
      answer('likelihood', 2, 1),
      answer('likelihood', 3, 1),
      answer('impact', 1, 1),
    ];
    expect(weigh(answers, 'none').likelihood.level).toBe(3);
    // 0.1 + 0.1 + 0.4 is a hair above 0.6 in binary.
    const tenths = [
      answer('likelihood', 2, 0.1),
      answer('likelihood', 3, 0.1),
      answer('likelihood', 1, 0.4),
      answer('impact', 1, 1),
    ];
    expect(weigh(tenths, 'none').likelihood).toEqual({
      level: 2,
      arithmetic: '(2 × 0.1 + 3 × 0.1 + 1 × 0.4) ÷ 0.6 = 1.50, rounded 2',
    });
  });

  it('have one more impact where the way back was never rehearsed, and 5 at most', () => {
    const impact = (level: number, rollback: 'none' | 'planned' | 'rehearsed') =>
      weigh([answer('likelihood', 1, 1), answer('impact', level, 1)], rollback).impact;
    expect(impact(3, 'planned')).toEqual({
      level: 4,
      arithmetic: '(3 × 1) ÷ 1 = 3; + 1 for a rollback plan that was not rehearsed = 4',
    });
    expect([
      impact(5, 'planned').level,
      impact(3, 'rehearsed').level,
      impact(3, 'none').level,
    ]).toEqual([5, 3, 3]);
  });

  it('lie from 1 to 5 whatever the weights are', () => {
    const one = fc.record({
      level: fc.integer({ min: 1, max: 5 }),
      weight: fc.double({ min: 0.1, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 10 }), (given) => {
        const answers = given.flatMap(({ level, weight }) => [
          answer('likelihood', level, weight),
          answer('impact', level, weight),
        ]);
        const { likelihood, impact } = weigh(answers, 'none');
        for (const { level } of [likelihood, impact]) {
          expect(level).toBeGreaterThanOrEqual(Math.min(...given.map((each) => each.level)));
          expect(level).toBeLessThanOrEqual(Math.max(...given.map((each) => each.level)));
        }
      }),
    );
  });

  it('are refused where an axis has none, or one names what is not asked', () => {
    expect(() => weigh([answer('impact', 3, 1)], 'none')).toThrow(
      'No question about the likelihood',
    );
    const chosen = { questionKey: 'size', answerKey: 'small' };
    expect(answered(shippedQuestions, [chosen])[0]).toMatchObject({
      level: 1,
      weight: 2,
      question: 'How much changes?',
    });
    expect(() => answered(shippedQuestions, [{ ...chosen, answerKey: 'huge' }])).toThrow(
      'choose one of small, medium',
    );
    expect(() => answered(shippedQuestions, [{ ...chosen, questionKey: 'x' }])).toThrow(
      'is no question',
    );
    expect(() => answered(shippedQuestions, [chosen, chosen])).toThrow('answered twice');
  });
});

describe('questions', () => {
  it('that are shipped can be asked', () => {
    expect(questionsProblem(shippedQuestions)).toBeNull();
  });

  it('are not published with two of one key, nor with an axis nobody asks about', () => {
    const [first] = shippedQuestions;
    if (first === undefined) throw new Error('no question is shipped');
    expect(questionsProblem([...shippedQuestions, first])).toContain('have the key “size”');
    expect(questionsProblem(shippedQuestions.filter(({ axis }) => axis === 'impact'))).toContain(
      'about the likelihood',
    );
    const [answerOf] = first.answers;
    if (answerOf === undefined) throw new Error('no answer is shipped');
    const twice = { ...first, answers: [answerOf, answerOf] };
    expect(questionsProblem([twice, ...shippedQuestions.slice(1)])).toContain(
      'two answers with the key',
    );
  });
});
