import type { ShownFact } from '#shared/model/delivery/matrix.ts';
import { standingOf } from './environment-matrix.ts';
import { cellKey, factsOf, type PlacedEvent } from './recorded-events.ts';

/**
 * What was recorded and what was imported as one history, oldest first, those under way last. What
 * stood after a deployment that failed, or beside one under way, is told by all the facts before it,
 * whichever source they are of.
 */
export function inOneHistory(
  recorded: readonly PlacedEvent[],
  imported: readonly PlacedEvent[],
): readonly PlacedEvent[] {
  if (imported.length === 0) return recorded;
  const events = [...recorded, ...imported].toSorted((one, other) =>
    compare(orderOf(one), orderOf(other)),
  );
  const facts = new Map<string, ShownFact[]>();
  return events.map((event) => {
    const key = cellKey(event.serviceId, event.environmentId);
    const own = facts.get(key) ?? [];
    facts.set(key, own);
    own.push(...factsOf([event]));
    const changesNothing = event.what === 'failed' || event.what === 'under-way';
    return changesNothing ? { ...event, stands: standingOf(own) } : event;
  });
}

function orderOf({ what, at }: PlacedEvent): string {
  return what === 'under-way' ? `~ ${at}` : at;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
