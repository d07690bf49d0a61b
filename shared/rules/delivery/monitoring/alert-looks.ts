/**
 * The longest time between two looks, or before the first or after the last of them, as far as it lies
 * from one instant to another. Looks may come in any order.
 */
export function longestUnseen(
  looks: readonly string[],
  fromAt: string,
  toAt: string,
): { fromAt: string; toAt: string; ms: number } {
  let longest = { fromAt, toAt: fromAt, ms: 0 };
  let last = fromAt;
  const within = looks.filter((look) => look > fromAt && look < toAt).toSorted();
  for (const next of [...within, toAt]) {
    const ms = Date.parse(next) - Date.parse(last);
    if (ms > longest.ms) longest = { fromAt: last, toAt: next, ms };
    last = next;
  }
  return longest;
}
