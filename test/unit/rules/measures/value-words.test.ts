import { describe, expect, it } from 'vitest';
import type { ValueKind } from '#shared/model/measures/terms.ts';
import { valueInWords } from '#shared/rules/measures/value-words.ts';

describe('a value in words', () => {
  it.each<[number, ValueKind, string]>([
    [0.125, 'share', '12.5 %'],
    [0.2, 'share', '20 %'],
    [0, 'minutes', '0 min'],
    [59.9, 'minutes', '59 min'],
    [120, 'minutes', '2 h'],
    [200, 'minutes', '3 h 20 min'],
    [3075, 'minutes', '2 d 3 h'],
    [1.5, 'aWeek', '1.5 a week'],
    [0.214, 'aDay', '0.2 a day'],
    [1, 'daysAWeek', '1 day a week'],
    [1200, 'count', '1,200'],
  ])('%d as %s reads %s', (value, kind, words) => {
    expect(valueInWords(value, kind)).toBe(words);
  });
});
