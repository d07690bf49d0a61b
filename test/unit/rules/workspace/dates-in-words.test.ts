import { describe, expect, it } from 'vitest';
import { axisOf } from '#shared/rules/planning/timeline/axis.ts';
import { dayOfMonth, hourOfDay, shortDay } from '#shared/rules/workspace/dates-in-words.ts';
import type { FormatLocale } from '#shared/model/workspace/formats.ts';

const date = { year: 2026, month: 11, day: 26 };

describe('dates in words', () => {
  it.each([
    ['en-GB', 'Thu 26 Nov', '26 Nov', '22:00'],
    ['en-US', 'Thu, Nov 26', 'Nov 26', '10 PM'],
    ['iso', 'Thu 2026-11-26', '11-26', '22:00'],
    ['de-DE', 'Do., 26. Nov.', '26. Nov.', '22:00'],
  ] as const)('in the manner of %s', (locale, day, inMonth, hour) => {
    expect(shortDay(locale, date, false)).toBe(day);
    expect(dayOfMonth(locale, date)).toBe(inMonth);
    expect(hourOfDay(locale, 22, 0)).toBe(hour);
  });

  it('say the hours around noon and midnight as a clock of twelve does', () => {
    expect([0, 11, 12, 13].map((hour) => hourOfDay('en-US', hour, 0))).toEqual([
      ...['12 AM', '11 AM', '12 PM', '1 PM'],
    ]);
  });
});

describe('the axis of the timeline', () => {
  const labels = (zoom: 'day' | 'week' | 'quarter' | 'year', locale: FormatLocale) => {
    const span = {
      from: Date.parse('2026-11-26T00:00:00Z'),
      to: Date.parse('2026-11-26T01:00:00Z'),
    };
    const { upper, lower } = axisOf(zoom, span, { zone: 'UTC', workingDays: [1], locale });
    return [upper[0]?.label, lower[0]?.label];
  };

  it('is written as the other views are', () => {
    expect(labels('day', 'en-US')).toEqual(['Thu, Nov 26, 2026', '12 AM']);
    expect(labels('week', 'de-DE')).toEqual(['November 2026', 'Do., 26.']);
    expect(labels('quarter', 'iso')).toEqual(['November 2026', '11-23']);
    expect(labels('year', 'fr-FR')).toEqual(['2026', 'nov.']);
  });
});
