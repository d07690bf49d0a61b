import type { ElementLimits } from './limits.ts';
import { flawIn } from './flaw.ts';
import { unexpected } from './refuse.ts';
import type { Span } from './splitter.ts';
import type { ByteWindow } from './window.ts';

/** One element: its number in the file from 0, and the byte where it begins. */
export type JsonElement = { value: unknown; index: number; offset: number };
export type RejectedElement = { index: number; offset: number; reason: string };
export type ParsedElements = { elements: JsonElement[]; rejected: RejectedElement[] };

/**
 * Bytes of neighbours parsed in one call. Small elements gain most; above this nothing does, and
 * a damaged element costs its group a second reading.
 */
const groupBytes = 128 * 1024;

/**
 * Parses elements, neighbours of one list together. An element that is no JSON but whose boundaries
 * are sound is rejected alone; when they are not, nothing after it can be trusted: Refusal.
 * `firstIndex` is the number in the file of the first span.
 */
export function parseSpans(
  window: ByteWindow,
  spans: readonly Span[],
  firstIndex: number,
  limits: ElementLimits,
): ParsedElements {
  const result: ParsedElements = { elements: [], rejected: [] };
  for (let from = 0; from < spans.length;) {
    const group = spans.slice(from, groupEnd(spans, from));
    const values = parseGroup(window, group, limits);
    for (const [n, { start }] of group.entries()) {
      const index = firstIndex + from + n;
      if (values) result.elements.push({ value: values[n], index, offset: start });
    }
    if (!values) parseEach(window, group, firstIndex + from, limits, result);
    from += group.length;
  }
  return result;
}

/** The index after the last neighbour that is parsed together with the one at `from`. */
function groupEnd(spans: readonly Span[], from: number): number {
  const first = spans[from];
  let to = from + 1;
  if (first === undefined || first.list === 0) return to;
  while (to < spans.length) {
    const span = spans[to];
    if (span?.list !== first.list || span.end - first.start > groupBytes) break;
    to += 1;
  }
  return to;
}

/** The values of neighbours, or null when one of them is no JSON or too deep. */
function parseGroup(
  window: ByteWindow,
  group: readonly Span[],
  limits: ElementLimits,
): unknown[] | null {
  const start = group[0]?.start ?? 0;
  const end = group.at(-1)?.end ?? start;
  if (group.some(({ deepest }) => deepest > limits.maxDepth)) return null;
  try {
    const values: unknown = JSON.parse(`[${textOf(window, start, end)}]`);
    return Array.isArray(values) ? values : null;
  } catch {
    return null;
  }
}

function parseEach(
  window: ByteWindow,
  group: readonly Span[],
  firstIndex: number,
  limits: ElementLimits,
  into: ParsedElements,
): void {
  for (const [n, span] of group.entries()) {
    const at = { index: firstIndex + n, offset: span.start };
    const outcome = parseAlone(window, span, limits);
    if ('value' in outcome) into.elements.push({ value: outcome.value, ...at });
    else into.rejected.push({ reason: outcome.reason, ...at });
  }
}

function parseAlone(
  window: ByteWindow,
  { start, end, deepest }: Span,
  limits: ElementLimits,
): { value: unknown } | { reason: string } {
  let reason = `is nested deeper than ${limits.maxDepth} levels, which no run is`;
  if (deepest <= limits.maxDepth) {
    try {
      return { value: JSON.parse(textOf(window, start, end)) };
    } catch (error) {
      reason = `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  const flaw = flawIn(window.bytes.subarray(start - window.base, end - window.base));
  if (flaw) throw unexpected(start + flaw.at, flaw.expected, flaw.found);
  return { reason };
}

function textOf(window: ByteWindow, start: number, end: number): string {
  return window.bytes.toString('utf8', start - window.base, end - window.base);
}
