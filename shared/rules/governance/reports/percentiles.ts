/** Up to here each millisecond is told apart; beyond, tenths of a second are near enough. */
const exactUpTo = 100_000;
const longest = 86_400_000;

/** Counts how long requests took, in memory that does not grow with how many there were. */
export function createTimes() {
  const counts = new Map<number, number>();
  let total = 0;
  let sum = 0;
  return {
    add(ms: number): void {
      const bounded = Math.min(Math.max(0, Math.round(ms)), longest);
      const bucket = bounded <= exactUpTo ? bounded : Math.round(bounded / 100) * 100;
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
      total += 1;
      sum += bounded;
    },
    mean: (): number | null => (total === 0 ? null : sum / total),
    /** The time that this share of the requests kept, by the nearest rank. */
    percentiles(shares: readonly number[]): (number | null)[] {
      const inOrder = [...counts].toSorted(([a], [b]) => a - b);
      return shares.map((share) => {
        const rank = Math.ceil(total * share);
        let seen = 0;
        return inOrder.find(([, count]) => (seen += count) >= rank)?.[0] ?? null;
      });
    },
  };
}
