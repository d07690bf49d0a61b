import { placementRules, placementSeverities } from '#shared/model/planning/placement.ts';
import { outOfOrder } from './dependency-order.ts';
import { outsideWindows } from './deployment-window.ts';
import { sharedServices, takenEnvironments } from './double-booking.ts';
import { freezesOf, inWindows } from './freezes.ts';
import type { Clash, Ground, Judged, Placed } from './ground.ts';
import { shortNotice } from './notice.ts';
import { absent, onHolidays } from './people-away.ts';

/**
 * Every rule that deployments of a release would not keep where they are put, the gravest first.
 * `askedAt` is when that start was set: now for one that is tried out.
 */
export function judgePlacement(
  placed: readonly Placed[],
  judged: Judged,
  ground: Ground,
  { now, askedAt }: { now: number; askedAt: number },
): Clash[] {
  const windows = inWindows(placed, judged, ground);
  return merged([
    ...windows,
    ...shortNotice(placed, judged, freezesOf(windows), askedAt),
    ...outsideWindows(placed, judged, ground, now),
    ...takenEnvironments(placed, judged, ground),
    ...sharedServices(placed, judged, ground),
    ...outOfOrder(placed, judged),
    ...absent(placed, judged),
    ...onHolidays(placed, judged),
  ]);
}

/** One finding for each rule and thing, with all the places it is about; the gravest of them told. */
function merged(clashes: readonly Clash[]): Clash[] {
  const byThing = new Map<string, Clash>();
  for (const clash of clashes) {
    const thing = `${clash.key} ${clash.subject.id}`;
    const known = byThing.get(thing);
    if (known === undefined) {
      byThing.set(thing, clash);
      continue;
    }
    const told = rankOf(clash) < rankOf(known) ? clash : known;
    byThing.set(thing, { ...told, places: [...new Set([...known.places, ...clash.places])] });
  }
  return [...byThing.values()].toSorted(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      placementRules.indexOf(one.key) - placementRules.indexOf(other.key) ||
      (one.times?.from ?? 0) - (other.times?.from ?? 0) ||
      (one.subject.id < other.subject.id ? -1 : 1),
  );
}

function rankOf({ severity }: Clash): number {
  return placementSeverities.indexOf(severity);
}
