/** A half-open span of time, milliseconds. */
export type Span = { from: number; to: number };

/** How long at least one of the spans lasts, milliseconds: what overlaps is counted once. n log n. */
export function covered(spans: readonly Span[]): number {
  let total = 0;
  let end = -Infinity;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (to <= Math.max(from, end)) continue;
    total += to - Math.max(from, end);
    end = to;
  }
  return total;
}

/** The part of a span that lies in another one; null where none does. */
export function within(span: Span, bounds: Span): Span | null {
  const from = Math.max(span.from, bounds.from);
  const to = Math.min(span.to, bounds.to);
  return from < to ? { from, to } : null;
}
