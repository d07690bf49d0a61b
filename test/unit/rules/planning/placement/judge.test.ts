import { describe, expect, it } from 'vitest';
import { coveredBy } from '#shared/rules/planning/placement/coverage.ts';
import type { Judged, Order } from '#shared/rules/planning/placement/ground.ts';
import { judgePlacement } from '#shared/rules/planning/placement/judge.ts';
import { noticeOf } from '#shared/rules/planning/placement/notice.ts';
import { at, placedAt, someGround, someRelease, someWindow, zone } from './some-ground.ts';

const now = at('2026-11-24T09:20');
const start = at('2026-12-03T22:00');

function judge(
  lying: Parameters<typeof someGround>[0],
  overrides: Partial<Judged> = {},
  placed = [placedAt(start)],
) {
  return judgePlacement(placed, someRelease(overrides), someGround(lying), { now, askedAt: now });
}

const keys = (clashes: ReturnType<typeof judge>) => clashes.map(({ key }) => key);

describe('Deployment windows', () => {
  it('ask for nothing where none applies, and hold a deployment wholly where one does', () => {
    const elsewhere = someWindow('deployment', 0, 1, { serviceIds: ['search'] });
    expect(judge({ windows: [elsewhere] })).toEqual([]);
    const evening = someWindow('deployment', start - 3_600_000, start + 1_800_000);
    const [outside] = judge({ windows: [evening] });
    expect(outside?.words(now).what).toContain('does not lie wholly in a deployment window');
    // The next window goes on where this one ends: together they hold it.
    const night = someWindow('deployment', evening.to, evening.to + 3_600_000);
    expect(judge({ windows: [evening, night] })).toEqual([]);
    const gap = { ...night, from: night.from + 60_000 };
    expect(keys(judge({ windows: [evening, gap] }))).toEqual(['outside-window']);
  });
});

describe('Freezes', () => {
  it('hold what goes to no region in all of them, and each place once', () => {
    const freeze = someWindow('soft-freeze', start, start + 1, { regions: ['us'] });
    expect(judge({ windows: [freeze] })).toEqual([]);
    const anywhere = { ...placedAt(start), region: '' };
    const second = { ...anywhere, id: 'second', environment: 'prod-us', leads: false };
    const found = judge({ windows: [freeze] }, {}, [anywhere, second]);
    expect(found).toMatchObject([{ key: 'soft-freeze', places: ['prod-eu', 'prod-us'] }]);
  });

  it('raise the risk, and with it the notice, for the date asked about', () => {
    const soon = [placedAt(at('2026-11-27T22:00'))];
    expect(judge({}, {}, soon)).toEqual([]);
    const freeze = someWindow('soft-freeze', at('2026-11-27T17:00'), at('2026-11-30T08:00'));
    const found = judge({ windows: [freeze] }, {}, soon);
    expect(keys(found)).toEqual(['minimum-notice', 'soft-freeze']);
    expect(found[0]?.words(now)).toMatchObject({
      arithmetic: 'score 4, low; at least high, so high: inside soft-freeze; high needs 5, given 3',
    });
  });
});

describe('Notice', () => {
  it('grows with the risk; what restores a service waits for none', () => {
    const bands = ['low', 'medium', 'high', 'critical'] as const;
    expect(bands.map((band) => noticeOf('minor', band))).toEqual([1, 3, 5, 10]);
    expect(bands.map((band) => noticeOf('hotfix', band))).toEqual([0, 0, 5, 10]);
    expect(bands.map((band) => noticeOf('emergency', band))).toEqual([0, 0, 0, 0]);
  });

  it('counts neither weekends nor holidays of the owner', () => {
    const risk = { ...someRelease().risk, band: 'medium' as const };
    const friday = [placedAt(at('2026-11-27T22:00'))];
    expect(judge({}, { risk }, friday)).toEqual([]);
    const holidays = new Map([['2026-11-26', 'Thanksgiving']]);
    const work = { workingDays: [1, 2, 3, 4, 5], holidays };
    expect(keys(judge({}, { risk, work }, friday))).toEqual(['minimum-notice']);
    expect(judge({}, { risk, work }, [placedAt(at('2026-11-30T09:00'))])).toEqual([]);
  });
});

describe('The order of dependencies', () => {
  const order = (patch: Partial<Order>): Order => ({
    ...{ kind: 'release', id: 'other', name: 'Ledger 2.0', comes: 'before', at: start, on: null },
    ...{ never: null, lagDays: 0, zone },
    ...patch,
  });

  it('lets a release start when what it needs ends, and so many working days later', () => {
    expect(judge({}, { orders: [order({})] })).toEqual([]);
    expect(keys(judge({}, { orders: [order({ at: start + 1 })] }))).toEqual(['dependency-order']);
    // Two working days after Tuesday evening is Thursday evening.
    const lag = (text: string) => judge({}, { orders: [order({ at: at(text), lagDays: 2 })] });
    expect(lag('2026-12-01T22:00')).toEqual([]);
    expect(keys(lag('2026-12-01T22:01'))).toEqual(['dependency-order']);
    expect(judge({}, { orders: [order({ at: null, on: '2026-12-03' })] })).toEqual([]);
    const late = judge({}, { orders: [order({ at: null, on: '2026-12-04' })] });
    expect(late[0]?.words(now).what).toContain('is expected Fri 4 Dec');
  });

  it('lets what waits for it start when it is over', () => {
    const end = start + 3_600_000;
    expect(judge({}, { orders: [order({ comes: 'after', at: end })] })).toEqual([]);
    expect(keys(judge({}, { orders: [order({ comes: 'after', at: end - 1 })] }))).toEqual([
      'dependency-order',
    ]);
  });
});

describe('An exception', () => {
  it('covers its rule and its subject, while it lasts and at the start', () => {
    const [clash] = judge({ windows: [someWindow('soft-freeze', start, start + 1)] });
    if (clash === undefined) throw new Error('a freeze was expected');
    const granted = {
      ...{ id: 'one', rule: 'soft-freeze', subjectId: clash.subject.id, grantedById: 'jon' },
      expiresAt: start + 1,
    };
    expect(coveredBy(clash, [granted], start, now)).toBe(granted);
    expect(coveredBy(clash, [{ ...granted, subjectId: null }], start, now)).not.toBeNull();
    for (const patch of [{ rule: 'hard-freeze' }, { subjectId: 'other' }, { expiresAt: start }]) {
      expect(coveredBy(clash, [{ ...granted, ...patch }], start, now)).toBeNull();
    }
    expect(coveredBy(clash, [granted], now, start + 1)).toBeNull();
  });
});
