import type { RunStatus } from '#shared/model/delivery/pipelines.ts';

/** What an import said of an alert, until a later one said otherwise. */
export type AlertSighting = { at: string; status: RunStatus; isGone: boolean };

export type SightedAlert = {
  startedAt: string | null;
  finishedAt: string | null;
  /** In any order. */
  sightings: readonly AlertSighting[];
};

/** A time in which an alert stood as it did; without an end while nothing else is known. */
export type AlertSpell = { status: RunStatus; fromAt: string; toAt: string | null };

/**
 * How an alert stood over time, as far as it was looked at. A later look tells of the time since the
 * one before it; the first tells of all since the alert began. Silenced for a time, it was not heard
 * in that time alone: what it did before stays.
 */
export function alertSpells({ startedAt, finishedAt, sightings }: SightedAlert): AlertSpell[] {
  const seen = sightings.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return seen.flatMap((sighting, index): AlertSpell[] => {
    const { status, isGone, at } = sighting;
    const fromAt = index === 0 ? earlier(startedAt, at) : at;
    const next = seen[index + 1]?.at ?? null;
    if (isGone) return [];
    // Told when it was over already: that it fired until then is what it says.
    if (status === 'succeeded') {
      return startedAt === null || finishedAt === null || index > 0
        ? []
        : [{ status: 'failed', fromAt: startedAt, toAt: finishedAt }];
    }
    const toAt = finishedAt !== null && (next === null || finishedAt < next) ? finishedAt : next;
    return toAt !== null && toAt < fromAt ? [] : [{ status, fromAt, toAt }];
  });
}

function earlier(startedAt: string | null, at: string): string {
  return startedAt !== null && startedAt < at ? startedAt : at;
}

/** Whether a spell and a time, of which the ends count, have a moment in common. */
export function meets(spell: AlertSpell, fromAt: string, toAt: string): boolean {
  return spell.fromAt <= toAt && (spell.toAt === null || spell.toAt >= fromAt);
}
