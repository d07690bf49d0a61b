const firstMs = 500;
const longestMs = 30_000;

/**
 * Milliseconds to wait before try number `retry` + 2 (`retry` counts from 0): doubling from half a
 * second, at most 30 s, half of it random so that clients do not return in step.
 * `random` gives 0 up to but not including 1.
 */
export function backoffMs(retry: number, random: () => number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** retry);
  return Math.round(whole / 2 + (random() * whole) / 2);
}
