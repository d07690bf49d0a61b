import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clash } from '#shared/rules/planning/placement/ground.ts';
import { judgePlacement } from '#shared/rules/planning/placement/judge.ts';
import { searchFree } from '#shared/rules/planning/placement/nearest-free.ts';
import { isWorkingDay } from '#shared/rules/planning/working-days.ts';
import { moved } from '#shared/rules/planning/postpone.ts';
import { Temporal } from 'temporal-polyfill';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { at, placedAt, someGround, someRelease, someWindow } from './some-ground.ts';

const now = at('2026-11-24T09:20');
const day = 86_400_000;
const judged = someRelease();

describe('The nearest free start', () => {
  it('has none before it that is free, on any working day at that time, over both clock changes', () => {
    const freeze = fc
      .record({
        after: fc.integer({ min: 0, max: 170 * 24 }),
        hours: fc.integer({ min: 1, max: 24 * 60 }),
        kind: fc.constantFrom('hard-freeze' as const, 'soft-freeze' as const, 'peak' as const),
      })
      .map(({ after, hours, kind }) => {
        const from = now + after * 3_600_000;
        return someWindow(kind, from, from + hours * 3_600_000);
      });
    const place = fc.constantFrom(
      ...['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'],
    );
    fc.assert(
      fc.property(
        fc.array(freeze, { maxLength: 8 }),
        place,
        fc.integer({ min: 0, max: 1439 }),
        (windows, zone, minute) => {
          const ground = someGround({ windows });
          const startMs = now + day + minute * 60_000;
          const against = (start: number): Clash[] =>
            judgePlacement([{ ...placedAt(start), zone }], judged, ground, { now, askedAt: now });
          const { starts } = searchFree({
            ...{ startMs, zone, now, work: judged.work, count: 3, against },
          });
          const lead = { startAt: new Date(startMs).toISOString(), zone };
          const time = (ms: number) =>
            Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainTime();
          const byHand: number[] = [];
          for (let days = 0; days < 180 && byHand.length < 3; days += 1) {
            const start = Date.parse(moved(lead, Temporal.Duration.from({ days })));
            const date = dateIn(new Date(start).toISOString(), zone);
            if (!isWorkingDay(date, [1, 2, 3, 4, 5]) || !time(start).equals(time(startMs)))
              continue;
            if (against(start).length === 0) byHand.push(start);
          }
          expect(starts).toEqual(byHand);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('says what is in the way longest where there is none', () => {
    const windows = [
      someWindow('peak', now, now + 40 * day, { name: 'Sale' }),
      someWindow('hard-freeze', now + 30 * day, now + 400 * day, {
        name: 'Move of the data centre',
      }),
    ];
    const ground = someGround({ windows });
    const { starts, inTheWay } = searchFree({
      ...{ startMs: at('2026-12-01T22:00'), zone: 'Europe/London', now, work: judged.work },
      count: 3,
      against: (start) => judgePlacement([placedAt(start)], judged, ground, { now, askedAt: now }),
    });
    expect(starts).toEqual([]);
    expect(inTheWay?.what).toMatch(
      /^No start within 180 days is free\. Move of the data centre \(hard freeze\) is in the way longest, on \d+ of 129 working days\.$/,
    );
  });
});
