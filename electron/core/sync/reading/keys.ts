import { createHash } from 'node:crypto';

/** What the model takes of a key. */
const longestKey = 600;

/**
 * A key as it is kept. One of labels or a path can be of any length: beyond what is kept its end is
 * replaced by a hash of the whole, so that two of them stay two.
 */
export function boundedKey(key: string): string {
  const whole = key.toWellFormed();
  if (whole.length <= longestKey) return whole;
  const hash = createHash('sha256').update(whole).digest('hex');
  return `${whole.slice(0, 500).toWellFormed()}…${hash}`;
}
