import { readElements, type ElementBatch } from '#core/sync/json-stream/elements.ts';
import type { ElementLimits } from '#core/sync/json-stream/limits.ts';

/** The bytes of a text in pieces of `size`. */
export async function* pieces(text: string | Buffer, size = 1 << 20): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    // As a file reader does: each piece in memory that is then used for something else.
    const piece = Buffer.from(bytes.subarray(at, at + size));
    yield piece;
    piece.fill(0x22);
  }
}

export type ReadAll = Omit<ElementBatch, 'bytes'>;

/** Everything in a text, read as `list` pages. */
export async function readAll(
  text: string | Buffer,
  size?: number,
  limits?: Partial<ElementLimits>,
): Promise<ReadAll> {
  const all: ReadAll = { elements: [], rejected: [] };
  for await (const batch of readElements(pieces(text, size), { listName: 'list', limits })) {
    all.elements.push(...batch.elements);
    all.rejected.push(...batch.rejected);
  }
  return all;
}

export async function valuesIn(text: string | Buffer, size?: number): Promise<unknown[]> {
  const { elements, rejected } = await readAll(text, size);
  if (rejected.length > 0) throw new Error(`rejected: ${rejected[0]?.reason}`);
  return elements.map(({ value }) => value);
}
