import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWorkingDay,
  plusWorkingDays,
  workingDayFrom,
  workingDaysIn,
} from '../../../../shared/rules/planning/working-days.ts';
import { plusDays } from '../../../../shared/rules/planning/zoned-time.ts';

const week = [1, 2, 3, 4, 5];
const someDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const someDate = fc
  .integer({ min: -20_000, max: 60_000 })
  .map((days) => plusDays('2026-11-24', days));

describe('working days', () => {
  it('are those of the week that is given, Monday first', () => {
    expect(isWorkingDay('2026-11-27', week)).toBe(true);
    expect(isWorkingDay('2026-11-28', week)).toBe(false);
    expect(isWorkingDay('2026-11-29', [7])).toBe(true);
    expect(workingDayFrom('2026-11-28', week)).toBe('2026-11-30');
    expect(workingDayFrom('2026-11-30', week)).toBe('2026-11-30');
    expect(workingDayFrom('2026-11-27', [7, 1, 2, 3, 4])).toBe('2026-11-29');
  });

  it('are counted over weekends, the ends of years and days before 1970', () => {
    expect(plusWorkingDays('2026-11-27', 1, week)).toBe('2026-11-30');
    expect(plusWorkingDays('2026-11-24', 0, week)).toBe('2026-11-24');
    expect(plusWorkingDays('2026-12-31', 1, week)).toBe('2027-01-01');
    expect(plusWorkingDays('1969-12-31', 2, week)).toBe('1970-01-02');
    expect(workingDaysIn('2026-11-26', '2026-11-30', week)).toBe(3);
    expect(workingDaysIn('2026-11-28', '2026-11-29', week)).toBe(0);
    expect(workingDaysIn('2026-11-30', '2026-11-27', week)).toBe(0);
  });

  it('count every day where none is left, rather than for ever', () => {
    expect(workingDayFrom('2026-11-28', [])).toBe('2026-11-28');
    expect(plusWorkingDays('2026-11-28', 3, [])).toBe('2026-12-01');
  });

  it('end with the calendar, rather than with a date nobody can write', () => {
    expect(plusWorkingDays('9999-12-30', 1000, week)).toBe('9999-12-31');
  });

  it('fit together: so many later, both ends counted, are so many and one', () => {
    fc.assert(
      fc.property(someDate, fc.nat({ max: 400 }), someDays, (date, count, days) => {
        const start = workingDayFrom(date, days);
        const end = plusWorkingDays(start, count, days);
        expect(isWorkingDay(end, days)).toBe(true);
        expect(workingDaysIn(start, end, days)).toBe(count + 1);
      }),
    );
  });
});
