import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '#shared/model/planning/rollback.ts';
import {
  newestFirst,
  planAfterRehearsal,
  planWithoutRehearsal,
  rehearsalInWords,
  rehearsalRemark,
  resultOnPlan,
} from '#shared/rules/planning/rehearsals.ts';

function held(id: string, rehearsedOn: string, more: Partial<Rehearsal> = {}) {
  return {
    ...({ id, rehearsedOn, kind: 'rollback', result: 'passed' } as const),
    ...{ durationMinutes: null, note: '' },
    ...more,
  };
}

const today = '2026-11-24';
const nothing = { rehearsedOn: null, rehearsalResult: '' };

describe('what a plan tells of its rehearsal', () => {
  it('is the newest one, in words', () => {
    const all = [
      held('a', '2026-11-02'),
      held('b', '2026-11-20', { durationMinutes: 38, note: 'step 3\nby hand' }),
      held('c', '2026-11-22', { kind: 'disaster-recovery' }),
    ];
    expect(planAfterRehearsal(nothing, all)).toEqual({
      rehearsedOn: '2026-11-20',
      rehearsalResult: 'passed in 38 min: step 3 by hand',
    });
  });

  it('is not an older one than somebody entered by hand', () => {
    const plan = { rehearsedOn: '2026-11-21', rehearsalResult: 'fine' };
    expect(planAfterRehearsal(plan, [held('a', '2026-11-20')])).toEqual({});
    expect(planAfterRehearsal(plan, [])).toEqual({});
  });

  it('falls back to the one before when the newest is removed', () => {
    const [older, newest] = [held('a', '2026-11-02'), held('b', '2026-11-20')];
    const plan = { rehearsedOn: '2026-11-20', rehearsalResult: 'passed' };
    expect(planWithoutRehearsal(plan, newest, [older])).toEqual({
      rehearsedOn: '2026-11-02',
      rehearsalResult: 'passed',
    });
    expect(planWithoutRehearsal(plan, newest, [])).toEqual(nothing);
    expect(planWithoutRehearsal(plan, older, [newest])).toEqual({});
    const byHand = { ...plan, rehearsalResult: 'entered by hand' };
    expect(planWithoutRehearsal(byHand, newest, [])).toEqual({});
  });

  it('fits its field whatever was noted', () => {
    const words = rehearsalInWords(held('a', today, { note: '💥'.repeat(600) }));
    expect(words.length).toBeLessThanOrEqual(500);
    expect(words.isWellFormed()).toBe(true);
  });

  it('says how it went only where the day is that of a rehearsal', () => {
    const all = [held('a', '2026-11-20', { result: 'failed' })];
    expect(resultOnPlan({ rehearsedOn: '2026-11-20' }, all)).toBe('failed');
    expect(resultOnPlan({ rehearsedOn: '2026-11-22' }, all)).toBeNull();
    expect(resultOnPlan({ rehearsedOn: null }, [])).toBeNull();
  });

  it('puts the one recorded last first among those of one day', () => {
    const all = [held('a', today), held('b', today), held('c', '2026-11-01')];
    expect(newestFirst(all).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });
});

describe('what must be known of a rehearsal', () => {
  it.each([
    [{ result: 'failed' as const }, 'The rehearsal of Fri 20 Nov failed.'],
    [{ result: 'partly' as const }, 'The rehearsal of Fri 20 Nov passed in part only.'],
    [{ durationMinutes: 55 }, 'took 55 min, 15 min longer than the 40 min planned'],
    [
      { kind: 'disaster-recovery' as const, result: 'failed' as const },
      'The disaster recovery test of Fri 20 Nov failed.',
    ],
  ])('%o', (more, words) => {
    expect(rehearsalRemark(held('a', '2026-11-20', more), 40, today)).toContain(words);
  });

  it('is nothing when it passed in time', () => {
    for (const durationMinutes of [null, 12, 40]) {
      expect(rehearsalRemark(held('a', today, { durationMinutes }), 40, today)).toBeNull();
    }
    expect(rehearsalRemark(held('a', today, { durationMinutes: 90 }), null, today)).toBeNull();
    const recovery = held('a', today, { kind: 'disaster-recovery', durationMinutes: 90 });
    expect(rehearsalRemark(recovery, 40, today)).toBeNull();
  });
});
