import { orderAfter, ordersFor } from './order.ts';

type Ordered = { id: string; order: string };

/**
 * The rows whose order changes when `id` is put behind `afterId`, or in front with null. `rows` come
 * as they stand. One row changes, unless two have the same order (an undone move, a merged copy): then
 * there is no place between them, and the list is written anew.
 */
export function reordered(
  rows: readonly Ordered[],
  id: string,
  afterId: string | null,
): { id: string; order: string }[] {
  if (afterId === id) return [];
  const others = rows.filter((row) => row.id !== id);
  const place = afterId === null ? 0 : others.findIndex((row) => row.id === afterId) + 1;
  if (rows.findIndex((row) => row.id === id) === place) return [];
  const previous = others[place - 1]?.order ?? null;
  const next = others[place]?.order ?? null;
  if (previous === null || next === null || previous < next) {
    return [{ id, order: orderAfter(previous, next) }];
  }
  const ids = others.map((row) => row.id).toSpliced(place, 0, id);
  const orders = ordersFor(ids.length);
  const before = new Map(rows.map((row) => [row.id, row.order]));
  return ids
    .map((each, index) => ({ id: each, order: orders[index] ?? '' }))
    .filter(({ id: each, order }) => before.get(each) !== order);
}
