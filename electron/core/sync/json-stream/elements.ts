import { beginningLength, byteOrderMark } from './beginning.ts';
import { defaultElementLimits, type ElementLimits } from './limits.ts';
import { parseSpans, type ParsedElements } from './parse.ts';
import { Splitter } from './splitter.ts';
import { append, newWindow } from './window.ts';

/** Elements that became complete together, in the order of the file; `bytes` were read so far. */
export type ElementBatch = ParsedElements & { bytes: number };

export type ElementOptions = {
  /** The name under which a page holds its list, `workflow_runs`. */
  listName: string;
  limits?: Partial<ElementLimits>;
  signal?: AbortSignal;
};

/**
 * The elements of a JSON file of any length, with memory for one chunk and one element. Reads a
 * list, a page that holds one, several of these written one after the other, and single elements
 * one after the other. Refuses (`invalid_input`, with the byte offset) a file that is cut short, is
 * damaged or holds something else between: what was given before that is then not the whole file.
 */
export async function* readElements(
  chunks: AsyncIterable<Uint8Array>,
  options: ElementOptions,
): AsyncGenerator<ElementBatch, void, undefined> {
  const limits = { ...defaultElementLimits, ...options.limits };
  const window = newWindow();
  let splitter: Splitter | null = null;
  let count = 0;
  let bytes = 0;
  const begin = () => {
    const mark = byteOrderMark(window.bytes.subarray(0, window.length));
    return new Splitter(options.listName, limits, window, mark);
  };

  for await (const chunk of chunks) {
    options.signal?.throwIfAborted();
    bytes += chunk.byteLength;
    append(window, chunk, splitter?.keepFrom() ?? 0);
    if (window.base + window.length < beginningLength) continue;
    splitter ??= begin();
    const spans = splitter.split();
    const batch = parseSpans(window, spans, count, limits);
    count += spans.length;
    yield { ...batch, bytes };
  }
  splitter ??= begin();
  const spans = splitter.split();
  if (spans.length > 0) yield { ...parseSpans(window, spans, count, limits), bytes };
  splitter.finish();
}
