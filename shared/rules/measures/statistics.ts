/** Numbers in ascending order, a copy; n log n. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * The quantile `share` (0 to 1) of values in ascending order by linear interpolation between
 * closest ranks: type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50, 1996, 361–365.
 * Null of nothing.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)];
  const above = sorted[Math.ceil(rank)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (rank - Math.floor(rank));
}

/**
 * `max(value) with percent_rank <= 0.5` of SQL: v[floor((n - 1) / 2)], never interpolated. Null of
 * nothing.
 */
export function lowerMedian(sorted: ArrayLike<number>): number | null {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** v[floor(n / 2)], never interpolated. Null of nothing. */
export function upperMedian(sorted: ArrayLike<number>): number | null {
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

export type Summary = { median: number; p85: number; mean: number };

/** Median and 85th percentile (type 7), and the arithmetic mean. Null of nothing. */
export function summarise(values: readonly number[]): Summary | null {
  const sorted = ascending(values);
  const median = percentile(sorted, 0.5);
  const p85 = percentile(sorted, 0.85);
  if (median === null || p85 === null) return null;
  return { median, p85, mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length };
}
