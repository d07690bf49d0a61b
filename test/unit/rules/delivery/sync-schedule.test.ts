import { describe, expect, it } from 'vitest';
import {
  isSyncDue,
  nextSync,
  pausedWhy,
  type Scheduled,
} from '#shared/rules/delivery/sync-schedule.ts';

const minute = 60_000;
const now = Date.parse('2026-11-28T09:00:00.000Z');

const every = (overrides: Partial<Scheduled> = {}): Scheduled => ({
  ...{ everyMinutes: 15, onFocus: false, nextSyncAt: now, lastTriedAt: now - 15 * minute },
  rateLimitedUntil: null,
  ...overrides,
});

describe('when a connection is synced by itself', () => {
  it('is after its interval, later by a tenth of it at most', () => {
    expect(nextSync(15, now, 0)).toBe(now + 15 * minute);
    expect(nextSync(15, now, 0.999)).toBeLessThanOrEqual(now + 16.5 * minute);
    expect(nextSync(null, now, 0)).toBeNull();
  });

  it.each([
    ['its time has come', {}, true],
    ['it was never synced', { nextSyncAt: null, lastTriedAt: null }, true],
    ['it is not yet time', { nextSyncAt: now + minute }, false],
    ['a clock that was put back makes the time too far', { nextSyncAt: now + 60 * minute }, true],
    ['the provider asked to wait', { rateLimitedUntil: now + 1 }, false],
    ['the provider’s limit has passed', { rateLimitedUntil: now }, true],
    ['only somebody may ask', { everyMinutes: null }, false],
  ])('where %s', (_what, overrides, due) => {
    expect(isSyncDue(every(overrides), { now, focus: false })).toBe(due);
  });

  it.each([
    ['a minute after the last try', { lastTriedAt: now - minute }, true],
    ['within a minute', { lastTriedAt: now - minute + 1 }, false],
    ['before it was ever tried', { lastTriedAt: null }, true],
    ['where that is not asked for', { onFocus: false, lastTriedAt: null }, false],
    ['while the provider asked to wait', { lastTriedAt: null, rateLimitedUntil: now + 1 }, false],
  ])('on coming back to the window %s', (_what, overrides, due) => {
    const scheduled = every({ everyMinutes: null, onFocus: true, ...overrides });
    expect(isSyncDue(scheduled, { now, focus: true })).toBe(due);
    expect(isSyncDue(scheduled, { now, focus: false })).toBe(false);
  });
});

describe('what is in the way', () => {
  const fine = { online: true, host: 'ci.example.com', locked: false, nobody: false };

  it.each([
    ['nothing', {}, null],
    ['no network', { online: false }, /offline/],
    ['no network, of a server on this machine', { online: false, host: '127.0.0.1' }, null],
    ['the tokens', { locked: true }, /locked.*Unlock/],
    ['nobody', { nobody: true }, /nobody is chosen/],
  ])('is said: %s', (_what, overrides, why) => {
    const told = pausedWhy({ ...fine, ...overrides });
    if (why === null) expect(told).toBeNull();
    else expect(told).toMatch(why);
  });
});
