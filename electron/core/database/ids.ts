import type { Clock, RandomBytes } from '#core/platform.ts';

/** Randomness is drawn for many ids at once: the call for it costs more than the id. */
const poolBytes = 8 * 128;

/** Makes a UUID of version 7 (RFC 9562): sorts by time, and within one millisecond by the order made. */
export function createIds(clock: Clock, randomBytes: RandomBytes): () => string {
  let lastMs = 0;
  let sequence = 0;
  let pool = Buffer.alloc(0);
  let used = 0;
  return () => {
    const now = clock();
    if (now > lastMs) {
      lastMs = now;
      sequence = 0;
    } else if (++sequence > 0xfff) {
      // 4,096 ids within one millisecond: borrow the next one rather than repeat.
      lastMs += 1;
      sequence = 0;
    }
    const time = lastMs.toString(16).padStart(12, '0');
    if (used >= pool.length) {
      pool = Buffer.from(randomBytes(poolBytes));
      used = 0;
    }
    pool[used] = ((pool[used] ?? 0) & 0x3f) | 0x80;
    const tail = pool.toString('hex', used, used + 8);
    used += 8;
    const middle = sequence.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
