import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerEntry } from '#shared/model/learning/lessons.ts';
import { answerOf, historyOf, isUnanswered } from '#shared/rules/learning/answers.ts';
import { isOverdue, tidyTags } from '#shared/rules/learning/lesson-terms.ts';
import { lessonsGate } from '#shared/rules/learning/lessons-gate.ts';

const entry = (id: string, at: string, outcome: AnswerEntry['outcome']): AnswerEntry => ({
  ...{ id, outcome, note: `note of ${id}`, byId: 'mara', at },
});
const told = { nameOf: () => 'Mara', now: '2026-11-24T10:00:00.000Z', zone: 'Europe/London' };

describe('The answer to a lesson', () => {
  it('is the newest entry, or none where that takes one back', () => {
    const first = entry('a', '2026-11-24T08:00:00.000Z', 'ignored');
    const second = entry('b', '2026-11-24T09:00:00.000Z', 'heeded');
    const back = entry('c', '2026-11-24T09:00:00.000Z', 'withdrawn');
    expect(answerOf(historyOf([second, first]))).toEqual(second);
    expect(answerOf(historyOf([first, back, second]))).toBeNull();
    expect(answerOf([])).toBeNull();
    expect(isUnanswered({ why: ['It ships payments.'], answer: null })).toBe(true);
    expect(isUnanswered({ why: [], answer: null })).toBe(false);
  });

  it('does not hang on the order its entries are read in', () => {
    const entries = fc.uniqueArray(
      fc.record({ id: fc.uuid(), at: fc.integer({ min: 0, max: 5 }), isBack: fc.boolean() }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(entries, (made) => {
        const written = made.map(({ id, at, isBack }) =>
          entry(id, `2026-11-24T0${at}:00:00.000Z`, isBack ? 'withdrawn' : 'heeded'),
        );
        expect(historyOf(written.toReversed())).toEqual(historyOf(written));
      }),
    );
  });
});

describe('The gate over lessons', () => {
  it('is passed only when every lesson is answered, and never by one more', () => {
    const answer = {
      ...entry('a', '2026-11-24T08:00:00.000Z', 'heeded'),
      outcome: 'heeded' as const,
    };
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (answered) => {
        const lessons = answered.map((is, index) => ({
          ...{ title: `Lesson ${index}`, why: ['It ships payments.'], answer: is ? answer : null },
        }));
        const gate = lessonsGate(lessons, told);
        expect(gate.status).toBe(answered.includes(false) ? 'waiting' : 'passed');
        expect(gate.needs).toHaveLength(answered.filter((is) => !is).length);
        expect(gate.evidence).toHaveLength(lessons.length);
      }),
    );
  });
});

describe('What is entered of a lesson', () => {
  it('has each tag once, and is overdue the day after it is due unless it is done', () => {
    expect(tidyTags([' Disc  space', 'disc space', 'import'])).toEqual(['Disc space', 'import']);
    const dueOn = '2026-11-24';
    expect(isOverdue({ doneAt: null, dueOn }, '2026-11-24')).toBe(false);
    expect(isOverdue({ doneAt: null, dueOn }, '2026-11-25')).toBe(true);
    expect(isOverdue({ doneAt: '2026-11-25T00:00:00.000Z', dueOn }, '2026-12-01')).toBe(false);
    expect(isOverdue({ doneAt: null, dueOn: null }, '2026-12-01')).toBe(false);
  });
});
