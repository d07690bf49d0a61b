/**
 * Gives each span a lane, so that no two of one lane overlap and there are as few lanes as can be:
 * the lowest that is free. Spans come in the order of their beginning; half-open, so that one may
 * begin where another ends. Answers the lane of each and how many there are.
 */
export function giveLanes(
  spans: readonly { from: number; to: number }[],
  least: number,
): { lanes: number[]; count: number } {
  const free = heapOf((lane: number) => lane);
  const busy = heapOf(({ until }: { lane: number; until: number }) => until);
  let count = 0;
  const lanes = spans.map(({ from, to }) => {
    for (let ended = busy.peek(); ended !== undefined && ended.until <= from; ended = busy.peek()) {
      busy.pop();
      free.push(ended.lane);
    }
    const lane = free.pop() ?? count++;
    busy.push({ lane, until: Math.max(to, from + least) });
    return lane;
  });
  return { lanes, count };
}

/** The smallest first. A search through all lanes would take minutes where everything overlaps. */
function heapOf<T>(weight: (item: T) => number) {
  const items: T[] = [];
  const isLighter = (one: number, other: number) => {
    const [a, b] = [items[one], items[other]];
    return a !== undefined && b !== undefined && weight(a) < weight(b);
  };
  const swap = (one: number, other: number) => {
    const [a, b] = [items[one], items[other]];
    if (a === undefined || b === undefined) return;
    items[one] = b;
    items[other] = a;
  };
  return {
    peek: () => items[0],
    push(item: T) {
      let at = items.push(item) - 1;
      for (let above = (at - 1) >> 1; at > 0 && isLighter(at, above); above = (at - 1) >> 1) {
        swap(at, above);
        at = above;
      }
    },
    pop(): T | undefined {
      const first = items[0];
      const last = items.pop();
      if (items.length === 0 || last === undefined) return first;
      items[0] = last;
      for (let at = 0; ;) {
        const left = at * 2 + 1;
        const child = isLighter(left + 1, left) ? left + 1 : left;
        if (!isLighter(child, at)) return first;
        swap(child, at);
        at = child;
      }
    },
  };
}
