import { expect, it } from 'vitest';
import { dueWhileAway, gateDueOn, nobodyElse } from '#shared/rules/planning/capacity/due-gates.ts';

const phases = [
  { phase: 'planning', plannedOn: '2026-11-02' },
  { phase: 'build', plannedOn: '2026-11-09' },
  { phase: 'readiness', plannedOn: null },
  { phase: 'deployment', plannedOn: '2026-11-26' },
  { phase: 'post-release', plannedOn: '2026-11-27' },
] as const;

it('takes a gate as due when the next dated phase begins, and before the start', () => {
  expect(gateDueOn('planning', phases, '2026-11-26')).toBe('2026-11-09');
  expect(gateDueOn('build', phases, '2026-11-26')).toBe('2026-11-26');
  expect(gateDueOn('deployment', phases, '2026-11-26')).toBe('2026-11-26');
  expect(gateDueOn('readiness', phases, '2026-11-24')).toBe('2026-11-24');
  expect(gateDueOn('post-release', phases, '2026-11-26')).toBeNull();
  expect(gateDueOn('planning', [], null)).toBeNull();
});

it('is due while somebody is away on both ends, and today where it is overdue', () => {
  const away = { firstOn: '2026-11-24', lastOn: '2026-11-26' };
  expect(dueWhileAway('2026-11-26', away, '2026-11-01')).toBe('2026-11-26');
  expect(dueWhileAway('2026-11-27', away, '2026-11-01')).toBeNull();
  expect(dueWhileAway('2026-11-20', away, '2026-11-24')).toBe('2026-11-24');
  expect(dueWhileAway('2026-11-20', away, '2026-11-10')).toBeNull();
});

it('finds somebody else where one of them is there on a working day in time', () => {
  const week = [1, 2, 3, 4, 5];
  const asked = { from: '2026-11-20', to: '2026-11-24' };
  const whole = [{ firstOn: '2026-11-18', lastOn: '2026-11-30' }];
  // Friday, then Monday and Tuesday: the weekend between is nobody's.
  const weekdays = [
    { firstOn: '2026-11-20', lastOn: '2026-11-20' },
    { firstOn: '2026-11-23', lastOn: '2026-11-24' },
  ];
  expect(nobodyElse([], asked, week)).toBe(true);
  expect(nobodyElse([whole, weekdays], asked, week)).toBe(true);
  expect(nobodyElse([whole, weekdays.slice(1)], asked, week)).toBe(false);
  expect(nobodyElse([[]], asked, week)).toBe(false);
  expect(nobodyElse([[]], { from: '2026-11-21', to: '2026-11-22' }, week)).toBe(false);
});
