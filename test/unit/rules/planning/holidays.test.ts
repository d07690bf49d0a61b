import { describe, expect, it } from 'vitest';
import { holidaysText, readHolidays } from '#shared/rules/planning/windows/pasted-holidays.ts';
import {
  isWorkingDayOf,
  plusWorkingDays,
  workCalendarOf,
  workingDayFrom,
  workingDaysIn,
} from '#shared/rules/planning/working-days.ts';

const uk = {
  workingDays: [1, 2, 3, 4, 5],
  holidays: [{ on: '2026-12-25' }, { on: '2026-12-28' }, { on: '2027-01-01' }],
};

describe('A holiday calendar', () => {
  it('takes its holidays out of the working days', () => {
    const calendar = workCalendarOf(uk.workingDays, uk);
    expect(isWorkingDayOf(uk, '2026-12-24')).toBe(true);
    expect(isWorkingDayOf(uk, '2026-12-25')).toBe(false);
    expect(workingDayFrom('2026-12-25', calendar)).toBe('2026-12-29');
    expect(plusWorkingDays('2026-12-24', 1, calendar)).toBe('2026-12-29');
    expect(plusWorkingDays('2026-12-24', 4, calendar)).toBe('2027-01-04');
    expect(workingDaysIn('2026-12-24', '2027-01-01', calendar)).toBe(4);
  });

  it('is read from a list whose lines are dates with names, and says what it does not take', () => {
    const read = readHolidays(
      [
        ...[
          '2026-12-25 Christmas Day',
          'Mon, 28 December 2026, Boxing Day',
          '1 Jan 2027\tNew Year',
        ],
        ...['', '03/04/26 Good Friday', '2026-02-30 Nothing', 'Easter', '2026-05-04'],
      ].join('\r\n'),
    );
    const taken = read.flatMap((line) => (line.taken ? [line] : []));
    expect(holidaysText(taken)).toBe(
      '2026-12-25 Christmas Day\n2026-12-28 Boxing Day\n2027-01-01 New Year',
    );
    const reasons = read.flatMap((line) => (line.taken ? [] : [`${line.line} ${line.reason}`]));
    expect(reasons).toEqual([
      '5 could be two days: write the date as 2026-12-25',
      '6 names a day that does not exist: 2026-02-30',
      '7 has no date in front; expected a line such as 2026-12-25 Christmas Day',
      '8 has a name that is empty; type at least one character',
    ]);
    expect(readHolidays(`${'x'.repeat(5_000)}\n`.repeat(5_000))).toHaveLength(3_000);
  });
});
