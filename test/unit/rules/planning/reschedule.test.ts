import { describe, expect, it } from 'vitest';
import { alongWith, asksForReason, reschedule } from '#shared/rules/planning/reschedule.ts';
import type { Planned } from '#shared/rules/planning/reschedule.ts';

const now = '2026-10-01T08:00:00.000Z';
const release = { name: 'Payments 4.2', phase: 'build', outcome: null, holdReason: null } as const;
const closed = { ...release, phase: 'closed', outcome: 'released' } as const;

function planned(id: string, startAt: string, overrides: Partial<Planned> = {}): Planned {
  return {
    id,
    startAt,
    place: 'prod-eu',
    zone: 'Europe/London',
    actualStartAt: null,
    ...overrides,
  };
}

const staging = planned('s', '2026-10-20T09:00:00.000Z', { place: 'staging-eu' });
const production = planned('p', '2026-10-24T21:00:00.000Z');
const both = [staging, production];

describe('moving a planned deployment', () => {
  it('keeps its time of day over the change of clocks in London', () => {
    // 22:00 British Summer Time is 21:00 UTC; a day later clocks have gone back.
    const moved = reschedule(release, both, { deploymentId: 'p' }, { byDays: 1 }, now);
    expect(moved.starts).toEqual(new Map([['p', '2026-10-25T22:00:00.000Z']]));
    expect(moved).toMatchObject({ days: 0, note: null });
  });

  it('says what a time becomes that clocks skip or have twice', () => {
    const early = planned('e', '2026-03-28T01:30:00.000Z');
    const skipped = reschedule(
      release,
      [early],
      { deploymentId: 'e' },
      { byDays: 1 },
      '2026-03-01T00:00:00.000Z',
    );
    expect(skipped.toAt).toBe('2026-03-29T01:30:00.000Z');
    expect(skipped.note).toContain('01:30 does not exist in London on Sun 29 Mar 2026');
    const late = planned('l', '2026-10-24T00:30:00.000Z');
    const twice = reschedule(release, [late], { deploymentId: 'l' }, { byDays: 1 }, now);
    expect(twice.toAt).toBe('2026-10-25T00:30:00.000Z');
    expect(twice.note).toContain('comes twice');
  });

  it('moves all that is ahead by as many days, and the dates of phases with them', () => {
    const moved = reschedule(release, both, { leadId: 'p' }, { byDays: 7 }, now);
    expect([...moved.starts]).toEqual([
      ['s', '2026-10-27T10:00:00.000Z'],
      ['p', '2026-10-31T22:00:00.000Z'],
    ]);
    expect(moved.days).toBe(7);
  });

  it('moves to a date and a time', () => {
    const toAt = '2026-11-02T20:15:00.000Z';
    const moved = reschedule(release, both, { deploymentId: 'p' }, { toAt }, now);
    expect(moved).toMatchObject({ fromAt: production.startAt, toAt });
  });

  it('lets another one go the same step of the wall clock', () => {
    const moved = reschedule(release, both, { deploymentId: 's' }, { byDays: 6 }, now);
    expect(alongWith(production, moved)).toBe('2026-10-30T22:00:00.000Z');
  });

  it('is refused with the way out where it ended, has begun, stays or would lie in the past', () => {
    const refusal = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
      return 'not refused';
    };
    const one = { deploymentId: 'p' };
    const begun = [planned('p', production.startAt, { actualStartAt: '2026-10-24T21:05:00.000Z' })];
    expect(refusal(() => reschedule(closed, both, one, { byDays: 1 }, now))).toContain(
      'Create a new release',
    );
    expect(refusal(() => reschedule(release, begun, one, { byDays: 1 }, now))).toContain(
      'Plan a further deployment',
    );
    expect(
      refusal(() => reschedule(release, begun, { leadId: null }, { byDays: 1 }, now)),
    ).toContain('no deployment ahead');
    expect(refusal(() => reschedule(release, both, one, { byDays: 0 }, now))).toContain('already');
    expect(refusal(() => reschedule(release, both, one, { byDays: -40 }, now))).toContain(
      'record how it went',
    );
    expect(
      refusal(() => reschedule(release, both, { leadId: 'p' }, { byDays: -20 }, now)),
    ).toContain('staging-eu');
    expect(
      refusal(() => reschedule(release, both, { deploymentId: 'x' }, { byDays: 1 }, now)),
    ).toContain('reload');
  });
});

it('a reason is asked for where people decided on the start, or prepare for it', () => {
  const later = { fromAt: '2026-10-24T21:00:00.000Z', toAt: '2026-10-25T21:00:00.000Z' };
  const earlier = { fromAt: later.toAt, toAt: later.fromAt };
  expect(asksForReason('planning', later, 0)).toBe(false);
  expect(asksForReason('planning', later, 1)).toBe(true);
  expect(asksForReason('readiness', later, 0)).toBe(true);
  expect(asksForReason('readiness', earlier, 2)).toBe(false);
});
