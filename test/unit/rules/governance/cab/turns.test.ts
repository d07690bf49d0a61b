import { describe, expect, it } from 'vitest';
import type { CabItemState } from '#shared/model/governance/cab.ts';
import { reviewDue } from '#shared/rules/governance/cab/emergency.ts';
import { clockText, itemSeconds, meetingSeconds } from '#shared/rules/governance/cab/timers.ts';
import {
  checkRest,
  nextItem,
  previousItem,
  stateWhenLeft,
} from '#shared/rules/governance/cab/turns.ts';

const items = (...states: CabItemState[]) =>
  states.map((state, index) => ({
    ...{ id: String(index), kind: 'decision' as const, title: `Item ${index}`, state },
  }));

describe('The clocks of a meeting', () => {
  const started = { startedAt: '2026-11-26T10:00:00.000Z', closedAt: null, pausedSeconds: 120 };

  it('leave out the pauses, the one it is in among them', () => {
    const now = '2026-11-26T10:30:00.000Z';
    expect(meetingSeconds({ ...started, pausedAt: null }, now)).toBe(28 * 60);
    const pausedAt = '2026-11-26T10:10:00.000Z';
    expect(meetingSeconds({ ...started, pausedAt }, now)).toBe(8 * 60);
    expect(meetingSeconds({ ...started, startedAt: null, pausedAt: null }, now)).toBe(0);
  });

  it('add up the turns of an item, and never run backwards', () => {
    const open = { openedAt: '2026-11-26T10:00:00.000Z', spentSeconds: 40 };
    expect(itemSeconds(open, '2026-11-26T10:00:25.900Z')).toBe(65);
    expect(itemSeconds(open, '2026-11-26T09:00:00.000Z')).toBe(40);
    expect([clockText(65), clockText(3_725)]).toEqual(['1:05', '1:02:05']);
  });
});

describe('The turns of a meeting', () => {
  it('go on to what waits, and come back to what was passed over at the end', () => {
    expect(nextItem(items('decided', 'open', 'skipped', 'waiting'), '1')?.id).toBe('3');
    expect(nextItem(items('waiting', 'open'), '1')).toBeNull();
    expect(nextItem(items('waiting', 'decided'), null)?.id).toBe('0');
    expect(nextItem(items('decided', 'skipped'), null)?.id).toBe('1');
    expect(nextItem(items('decided', 'moved'), null)).toBeNull();
    expect(previousItem(items('decided', 'moved', 'open'), '2')?.id).toBe('0');
  });

  it('take a decision as taken once each gate has a vote or is passed', () => {
    const voted = { status: 'waiting', takenIds: ['1'] } as const;
    const passed = { status: 'passed', takenIds: [] } as const;
    const open = { status: 'waiting', takenIds: [] } as const;
    expect(stateWhenLeft({ kind: 'decision' }, [voted, passed])).toBe('decided');
    expect(stateWhenLeft({ kind: 'decision' }, [voted, open])).toBe('waiting');
    expect(stateWhenLeft({ kind: 'note' }, [])).toBe('decided');
  });

  it('drop nothing when the meeting is closed', () => {
    const left = items('decided', 'skipped', 'waiting');
    expect(() => checkRest(left, [{ itemId: '1', moveToId: null }])).toThrow(
      '“Item 2” was not dealt with.',
    );
    expect(() => checkRest(left, [{ itemId: '0', moveToId: null }])).toThrow();
    const all = [
      { itemId: '1', moveToId: null },
      { itemId: '2', moveToId: 'next' },
    ];
    expect(() => checkRest(left, all)).not.toThrow();
    expect(() => checkRest(left, [...all, { itemId: '0', moveToId: null }])).toThrow(
      'was dealt with meanwhile',
    );
  });
});

describe('An emergency', () => {
  it('is reviewed within five working days of the calendar', () => {
    expect(reviewDue('2026-11-26', [1, 2, 3, 4, 5])).toBe('2026-12-03');
    const holidays = new Set(['2026-12-01']);
    expect(reviewDue('2026-11-26', { workingDays: [1, 2, 3, 4, 5], holidays })).toBe('2026-12-04');
  });
});
