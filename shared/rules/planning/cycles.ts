/**
 * The way from a thing back to itself along what it waits for, both ends named; null where there is
 * none. The shortest one, since it is read by people.
 */
export function cycleThrough(
  id: string,
  nextOf: (id: string) => readonly string[],
): string[] | null {
  const cameFrom = new Map<string, string>();
  const ahead = [id];
  for (const at of ahead) {
    for (const next of nextOf(at)) {
      if (next === id) return wayTo(at, id, cameFrom).concat(id);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      ahead.push(next);
    }
  }
  return null;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let at = end; at !== start;) {
    at = cameFrom.get(at) ?? start;
    way.unshift(at);
  }
  return way;
}

const mostNamed = 12;

/** `Load test → Migrate data → Load test`; the middle of a very long chain is counted. */
export function chainInWords(names: readonly string[]): string {
  const hidden = names.length - mostNamed;
  const shown =
    hidden <= 0 ? names : names.toSpliced(mostNamed / 2, hidden, `${hidden} more in between`);
  return shown.join(' → ');
}
