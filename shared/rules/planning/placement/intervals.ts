/** Milliseconds, half-open: the end does not belong to it. */
export type Interval = { from: number; to: number };

/** Touching ends do not overlap. */
export function overlaps(one: Interval, other: Interval): boolean {
  return one.from < other.to && other.from < one.to;
}

/**
 * Intervals laid out so that those overlapping a span are found without looking at the others: they
 * lie in the order of their starts, and each knows the latest end of the half it is the middle of.
 */
export function intervalIndex<T extends Interval>(
  items: readonly T[],
): (span: Interval) => readonly T[] {
  const sorted = items.toSorted((one, other) => one.from - other.from || one.to - other.to);
  const starts = Float64Array.from(sorted, ({ from }) => from);
  const latest = new Float64Array(sorted.length);
  fill(0, sorted.length);
  return (span) => {
    const found: T[] = [];
    if (span.to > span.from) collect(0, sorted.length, span, found);
    return found;
  };

  /** The latest end between `low` and `high`, kept at the middle of them. */
  function fill(low: number, high: number): number {
    if (low >= high) return Number.NEGATIVE_INFINITY;
    const middle = (low + high) >>> 1;
    const own = sorted[middle]?.to ?? Number.NEGATIVE_INFINITY;
    return (latest[middle] = Math.max(own, fill(low, middle), fill(middle + 1, high)));
  }

  function collect(low: number, high: number, span: Interval, found: T[]): void {
    if (low >= high) return;
    const middle = (low + high) >>> 1;
    if ((latest[middle] ?? 0) <= span.from) return;
    collect(low, middle, span, found);
    if ((starts[middle] ?? 0) >= span.to) return;
    const item = sorted[middle];
    if (item !== undefined && overlaps(item, span)) found.push(item);
    collect(middle + 1, high, span, found);
  }
}

/** Whether a span lies wholly in the union of intervals; ones that touch make one. */
export function isInside(span: Interval, intervals: readonly Interval[]): boolean {
  let reached = span.from;
  for (const { from, to } of intervals.toSorted((one, other) => one.from - other.from)) {
    if (from > reached) return false;
    reached = Math.max(reached, to);
    if (reached >= span.to) return true;
  }
  return reached >= span.to;
}
