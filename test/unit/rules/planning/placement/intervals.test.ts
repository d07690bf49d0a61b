import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalIndex, isInside, overlaps } from '#shared/rules/planning/placement/intervals.ts';

const interval = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));
const many = fc.array(interval, { maxLength: 40 });

describe('Intervals', () => {
  it('overlap both ways or not at all, and never where they only touch', () => {
    fc.assert(
      fc.property(interval, interval, (one, other) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        expect(overlaps(one, { from: one.to, to: one.to + 5 })).toBe(false);
        const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
        expect(overlaps(one, other)).toBe(shared > 0);
      }),
    );
  });

  it('are found in the index exactly where looking at each finds them', () => {
    fc.assert(
      fc.property(many, interval, (all, span) => {
        const found = intervalIndex(all)(span);
        const each = all.filter((one) => overlaps(one, span));
        expect(found).toHaveLength(each.length);
        expect(new Set(found)).toEqual(new Set(each));
      }),
    );
  });

  it('hold a span together where each of its moments lies in one of them', () => {
    fc.assert(
      fc.property(many, interval, (all, span) => {
        let each = true;
        for (let moment = span.from; moment < span.to; moment += 1) {
          each &&= all.some((one) => overlaps(one, { from: moment, to: moment + 1 }));
        }
        expect(isInside(span, all)).toBe(each);
      }),
    );
  });
});
