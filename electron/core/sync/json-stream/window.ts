/**
 * The part of a byte stream that is still needed, in one buffer that is used again and again: the
 * memory stays at the longest unfinished element plus one chunk, however long the stream is.
 * Offsets count from the start of the stream.
 */
export type ByteWindow = {
  bytes: Buffer;
  /** Stream offset of `bytes[0]`. */
  base: number;
  /** Bytes filled. */
  length: number;
};

export function newWindow(): ByteWindow {
  return { bytes: Buffer.alloc(0), base: 0, length: 0 };
}

/** Appends a copy of `chunk` after dropping all before the stream offset `keepFrom`. */
export function append(window: ByteWindow, chunk: Uint8Array, keepFrom: number): void {
  const drop = keepFrom - window.base;
  const kept = window.length - drop;
  const needed = kept + chunk.byteLength;
  if (needed > window.bytes.length) {
    const larger = Buffer.allocUnsafe(Math.max(needed, window.bytes.length * 2));
    window.bytes.copy(larger, 0, drop, window.length);
    window.bytes = larger;
  } else {
    window.bytes.copyWithin(0, drop, window.length);
  }
  window.bytes.set(chunk, kept);
  window.base = keepFrom;
  window.length = needed;
}
