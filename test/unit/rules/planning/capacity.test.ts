import { describe, expect, it } from 'vitest';
import type { Commitment } from '#shared/model/planning/bookings.ts';
import {
  capacityOf,
  checkCommitment,
  mondayOf,
  personWeek,
  personWeekInWords,
  requireMonday,
} from '#shared/rules/planning/capacity/capacity.ts';
import type { CapacityInput } from '#shared/rules/planning/capacity/capacity.ts';

const today = '2026-11-24';
const monday = '2026-11-30';
const office = { workingDays: [1, 2, 3, 4, 5], holidays: new Map<string, string>() };
const away = (firstOn: string, lastOn: string, kind: 'leave' | 'sick' = 'leave') => ({
  ...{ kind, firstOn, lastOn },
});

describe('the days somebody has in a week', () => {
  it('are its working days, of which holidays and absences are taken once', () => {
    const holidays = new Map([
      ['2026-11-30', 'St Andrew’s Day'],
      ['2026-12-05', 'A Saturday'],
    ]);
    const week = personWeek(
      monday,
      { ...office, holidays },
      [away('2026-11-28', '2026-12-01'), away('2026-12-04', '2026-12-06', 'sick')],
      null,
    );
    expect(week.available).toBe(2);
    expect(personWeekInWords(week, today)).toBe(
      '5 working days − 1 holiday (Mon 30 Nov St Andrew’s Day) − 1 leave − 1 sick = 2 d',
    );
  });

  it('stay whole under an absence over a weekend, and end on the day they left', () => {
    const weekend = [away('2026-12-05', '2026-12-06')];
    expect(personWeekInWords(personWeek(monday, office, weekend, null), today)).toBe(
      '5 working days',
    );
    const left = personWeek(monday, office, [], '2026-12-01');
    expect(personWeekInWords(left, today)).toBe('5 working days − 3 after they left = 2 d');
  });
});

const person = (id: string, roles: string[], leftOn: string | null = null) => ({
  ...{ id, rev: 1, name: id, email: '', roles, leftOn },
});
const commitment = (roleKey: string, personId: string | null, days: number): Commitment => ({
  ...{ id: `${roleKey} ${personId}`, rev: 1, releaseId: 'r', roleKey, personId, days },
  ...{ weekOn: monday, note: '' },
});
const input = (over: Partial<CapacityInput>): CapacityInput => ({
  ...{ today, weeks: [monday], commitments: [] },
  roles: [
    { key: 'qa', name: 'QA', builtIn: false },
    { key: 'ops', name: 'Operations', builtIn: false },
    { key: 'dba', name: 'DBA', builtIn: false },
  ],
  people: [
    person('ana', ['qa', 'ops']),
    person('tom', ['ops']),
    person('gone', ['qa'], '2026-11-01'),
  ],
  calendarOf: () => office,
  absencesOf: () => [],
  ...over,
});

describe('the capacity of roles and people', () => {
  it('counts somebody with two roles in both and says so, and nobody who left before', () => {
    const { roles, people } = capacityOf(input({}));
    expect(people.map(({ name }) => name)).toEqual(['ana', 'tom']);
    expect(roles.map(({ key, weeks }) => [key, weeks[0]?.available])).toEqual([
      ['qa', 5],
      ['ops', 10],
      ['dba', 0],
    ]);
    expect(roles[0]?.weeks[0]?.why).toBe(
      '1 person holds this role. The days of ana also count for Operations. 0 of 5 d promised.',
    );
  });

  it('is over-booked by half a day too many, by role and by person apart', () => {
    const { roles, people } = capacityOf(
      input({
        commitments: [
          commitment('qa', 'ana', 2.5),
          commitment('ops', 'ana', 3),
          commitment('ops', null, 7.5),
          commitment('dba', null, 0.25),
        ],
      }),
    );
    expect(roles.map(({ weeks }) => [weeks[0]?.committed, weeks[0]?.over])).toEqual([
      [2.5, false],
      [10.5, true],
      [0.25, true],
    ]);
    expect(roles[1]?.weeks[0]?.why).toContain('10.5 of 10 d promised. Over-booked by 0.5 d.');
    expect(roles[2]?.weeks[0]?.why).toContain('Nobody holds this role');
    expect(people[0]?.weeks[0]).toMatchObject({ committed: 5.5, available: 5, over: true });
    expect(people[1]?.weeks[0]).toMatchObject({ committed: 0, over: false });
  });

  it('is not over-booked when all of it is promised', () => {
    const { roles } = capacityOf(input({ commitments: [commitment('ops', null, 10)] }));
    expect(roles[1]?.weeks[0]).toMatchObject({ committed: 10, over: false });
  });
});

describe('a commitment', () => {
  it('goes by a Monday, and by a role its person holds', () => {
    expect(mondayOf('2026-12-06')).toBe(monday);
    expect(mondayOf('2026-11-30')).toBe(monday);
    expect(() => requireMonday('2026-12-02', 'weekOn', today)).toThrow(
      'A week goes by its Monday, and Wed 2 Dec is none. Give 2026-11-30, Mon 30 Nov.',
    );
    const { roles, people } = input({});
    const check = (roleKey: string, personId: string | null) => () =>
      checkCommitment({ roleKey, personId }, roles, people);
    expect(check('qa', 'ana')).not.toThrow();
    expect(check('qa', null)).not.toThrow();
    expect(check('dba', 'ana')).toThrow('ana does not hold the role DBA');
    expect(check('qa', 'gone')).toThrow('gone left on 2026-11-01');
    expect(check('qa', 'who')).toThrow('is nobody of this workspace');
    expect(check('cook', null)).toThrow('Known roles: qa, ops, dba');
  });
});
