import { describe, expect, it } from 'vitest';
import { isBackupDue, nextBackup, tooMany } from '#shared/rules/workspace/backup-schedule.ts';

const now = Date.parse('2026-11-24T09:20:00.000Z');
const day = 86_400_000;
const made = (daysAgo: number, head = 'h1') => ({
  path: `/b/${daysAgo}`,
  at: now - daysAgo * day,
  bytes: 1,
  head,
});

describe('A scheduled backup', () => {
  it('is due at once, then when its time has gone by', () => {
    expect(nextBackup('day', [], now)).toBe(now);
    expect(nextBackup('day', [made(0.5), made(2)], now)).toBe(now + day / 2);
    expect(nextBackup('never', [made(9)], now)).toBeNull();
    expect(isBackupDue('day', [made(1)], { now, head: 'h2' })).toBe(true);
    expect(isBackupDue('day', [made(0.9)], { now, head: 'h2' })).toBe(false);
    expect(isBackupDue('week', [made(6)], { now, head: 'h2' })).toBe(false);
    expect(isBackupDue('hour', [made(0.1)], { now, head: 'h2' })).toBe(true);
  });

  it('is not made again of what has not changed', () => {
    expect(isBackupDue('day', [made(3, 'h2'), made(5)], { now, head: 'h2' })).toBe(false);
  });

  it('does not wait for a clock that was put back', () => {
    expect(isBackupDue('day', [made(-40)], { now, head: 'h2' })).toBe(true);
  });

  it('pushes out the oldest ones', () => {
    const all = [made(3), made(1), made(2), made(4)];
    expect(tooMany(all, 2).map(({ path }) => path)).toEqual(['/b/4', '/b/3']);
    expect(tooMany(all, 9)).toEqual([]);
  });
});
