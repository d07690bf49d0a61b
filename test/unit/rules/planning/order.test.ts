import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderAfter, ordersFor } from '#shared/rules/planning/order.ts';

describe('order keys', () => {
  it('fall between their neighbours however often something is put there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, orderAfter(keys[at - 1] ?? null, keys[at] ?? null));
        }
        expect(keys.toSorted()).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('for a whole list are sorted, and there is room behind the last', () => {
    const keys = ordersFor(40);
    expect(keys.toSorted()).toEqual(keys);
    expect(orderAfter(keys.at(-1) ?? null, null) > (keys.at(-1) ?? '')).toBe(true);
    expect(ordersFor(0)).toEqual([]);
  });
});
