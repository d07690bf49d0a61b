type Timed = { id: string; startedAt: number | null; finishedAt: number };

/** By finish; of two that finish at the same instant the one that began later is the later one, then by id. */
export function byInstant(a: Timed, b: Timed): number {
  return (
    a.finishedAt - b.finishedAt ||
    (a.startedAt ?? a.finishedAt) - (b.startedAt ?? b.finishedAt) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** How many of ascending values are below a limit, or at it too; log n. */
export function countUpTo<T>(
  rows: readonly T[],
  valueOf: (row: T) => number,
  limit: number,
  including: boolean,
): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row === undefined) return low;
    const value = valueOf(row);
    if (value < limit || (including && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
