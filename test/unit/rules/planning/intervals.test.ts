import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  common,
  covered,
  overlap,
  spanFrom,
  union,
} from '#shared/rules/planning/windows/intervals.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));
const holds = (at: number) => (each: { from: number; to: number }) =>
  each.from <= at && at < each.to;

describe('Spans of time', () => {
  it('overlap the same way round, and where they have a moment in common', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const moments = Array.from({ length: 81 }, (_, at) => at);
        const shared = moments.filter((at) => holds(at)(one) && holds(at)(other));
        expect(overlap(one, other)).toBe(shared.length > 0);
        expect(overlap(other, one)).toBe(overlap(one, other));
        expect(common(one, other)?.from).toBe(shared[0]);
      }),
    );
  });

  it('do not clash where they touch', () => {
    expect(overlap({ from: 1, to: 2 }, { from: 2, to: 3 })).toBe(false);
    expect(overlap(spanFrom(0, 1), spanFrom(60_000, 1))).toBe(false);
  });

  it('take no time at all and still happen', () => {
    expect(overlap(spanFrom(5, 0), { from: 5, to: 9 })).toBe(true);
    expect(overlap(spanFrom(9, 0), { from: 5, to: 9 })).toBe(false);
  });

  it('are as one where they overlap or touch: the same moments, none twice', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), span, (spans, asked) => {
        const merged = union(spans);
        for (let at = 0; at <= 80; at += 1) {
          expect(merged.filter(holds(at))).toHaveLength(spans.some(holds(at)) ? 1 : 0);
        }
        const all = Array.from({ length: asked.to - asked.from }, (_, at) => asked.from + at);
        if (all.length > 0) {
          expect(covered(asked, spans)).toBe(all.every((at) => spans.some(holds(at))));
        }
      }),
    );
  });
});
