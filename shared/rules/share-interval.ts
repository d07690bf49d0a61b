/** The 97.5th percentile of the normal distribution: with it an interval holds in 95 of 100 cases. */
const z = 1.959_964;

/** Below so many a share says more about chance than about what is counted. */
export const fewestForShare = 5;

export type ShareInterval = { share: number; low: number; high: number };

/**
 * A share of `n` with its 95 % interval by Wilson's score (E. B. Wilson, Journal of the American
 * Statistical Association 22, 1927, 209–212): it stays between 0 and 1 and keeps a width where none
 * or all were hit, where the usual one shrinks to a point. Null of nothing.
 */
export function shareInterval(hits: number, n: number): ShareInterval | null {
  if (n === 0) return null;
  const share = hits / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half =
    (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // At the ends the interval touches them; the last digits of the sum would not.
  return {
    share,
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === n ? 1 : Math.min(1, middle + half),
  };
}
