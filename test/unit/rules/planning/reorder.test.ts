import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersFor } from '#shared/rules/planning/order.ts';
import { reordered } from '#shared/rules/planning/reorder.ts';

const rows = ordersFor(4).map((order, index) => ({ id: 'abcd'.charAt(index), order }));

/** The ids in their order once the changes are made; equal orders stand by their ids. */
function after(list: readonly { id: string; order: string }[], id: string, afterId: string | null) {
  const changes = new Map(reordered(list, id, afterId).map((row) => [row.id, row.order]));
  return list
    .map((row) => ({ id: row.id, order: changes.get(row.id) ?? row.order }))
    .toSorted((a, b) => {
      if (a.order === b.order) return a.id < b.id ? -1 : 1;
      return a.order < b.order ? -1 : 1;
    })
    .map((row) => row.id)
    .join('');
}

describe('an item that is put elsewhere in its list', () => {
  it.each([
    ['d', null, 'dabc'],
    ['a', 'b', 'bacd'],
    ['a', 'd', 'bcda'],
    ['c', 'a', 'acbd'],
  ])('%s behind %s gives %s, by changing one row', (id, afterId, expected) => {
    expect(after(rows, id, afterId)).toBe(expected);
    expect(reordered(rows, id, afterId).map((row) => row.id)).toEqual([id]);
  });

  it.each([
    ['a', null],
    ['c', 'b'],
    ['b', 'b'],
  ])('%s behind %s is where it stands: nothing changes', (id, afterId) => {
    expect(reordered(rows, id, afterId)).toEqual([]);
  });

  it('comes between two of the same order by writing the list anew', () => {
    const tied = rows.map((row) =>
      row.id === 'b' ? { ...row, order: rows[0]?.order ?? '' } : row,
    );
    expect(after(tied, 'd', 'a')).toBe('adbc');
  });

  it('stands where it was put, whatever the list', () => {
    const lists = fc
      .integer({ min: 2, max: 12 })
      .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(size - 1)));
    fc.assert(
      fc.property(lists, ([size, from, to]) => {
        const list = ordersFor(size).map((order, index) => ({
          id: String(index).padStart(2),
          order,
        }));
        const moved = list[from];
        const others = list.filter((row) => row !== moved);
        const behind = others[to - 1]?.id ?? null;
        if (moved === undefined) return;
        const wanted = others.map((row) => row.id).toSpliced(to, 0, moved.id);
        expect(after(list, moved.id, behind)).toBe(wanted.join(''));
      }),
    );
  });
});
