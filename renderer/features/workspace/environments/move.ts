export type Direction = 'up' | 'down';

/**
 * The id that something stands behind after it moved one place: null for the front, undefined
 * where it cannot move any further.
 */
export function placeAfterMove(
  things: readonly { id: string }[],
  id: string,
  direction: Direction,
): string | null | undefined {
  const from = things.findIndex((thing) => thing.id === id);
  if (from < 0) return undefined;
  if (direction === 'down') return things[from + 1]?.id;
  if (from === 0) return undefined;
  return things[from - 2]?.id ?? null;
}
