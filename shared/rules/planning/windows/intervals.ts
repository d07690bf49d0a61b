/** Milliseconds since 1970, half-open: `to` does not belong to it. */
export type Span = { from: number; to: number };

/** True where they have a moment in common; touching ends have none. */
export function overlap(one: Span, other: Span): boolean {
  return Math.max(one.from, other.from) < Math.min(one.to, other.to);
}

/** What both have in common, or nothing. */
export function common(one: Span, other: Span): Span | null {
  const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
  return both.from < both.to ? both : null;
}

/** Spans in order, those that overlap or touch made one: what lies in any of them lies in the answer. */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    if (span.from >= span.to) continue;
    const last = merged.at(-1);
    if (last === undefined || last.to < span.from) merged.push({ ...span });
    else last.to = Math.max(last.to, span.to);
  }
  return merged;
}

/** Whether a span lies wholly within others taken together. */
export function covered(span: Span, by: readonly Span[]): boolean {
  return union(by).some(({ from, to }) => from <= span.from && span.to <= to);
}

/** From a start for so many minutes; what takes no time still happens, at its start. */
export function spanFrom(startMs: number, minutes: number): Span {
  return { from: startMs, to: startMs + Math.max(minutes * 60_000, 1) };
}
