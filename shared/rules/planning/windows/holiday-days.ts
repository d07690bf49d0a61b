type Day = { on: string; name: string };

/** What of a calendar's days is to be added and removed, so that it has those that are wanted, each once. */
export function daysToWrite<T extends Day>(
  before: readonly T[],
  wanted: readonly Day[],
): { added: Day[]; removed: T[] } {
  const left = new Map(wanted.map((day) => [keyOf(day), day]));
  const removed = before.filter((day) => !left.delete(keyOf(day)));
  return { added: [...left.values()], removed };
}

function keyOf({ on, name }: Day): string {
  return `${on} ${name}`;
}
