import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { WindowImpact } from '#shared/model/planning/window-views.ts';
import type { Window } from '#shared/model/planning/windows.ts';
import { checkTimes, timesNotes } from '#shared/rules/planning/windows/window-checks.ts';
import { keptChanges } from '#shared/rules/planning/windows/window-changes.ts';
import { hitBy, overlapOf, toTell } from '#shared/rules/planning/windows/window-impact.ts';
import type { Placing, Planned } from '#shared/rules/planning/windows/window-impact.ts';
import { scopeInWords } from '#shared/rules/planning/windows/window-scope.ts';
import { windowInWords } from '#shared/rules/planning/windows/window-words.ts';
import { presentPeople } from '../../workspace/people/index.ts';
import { plannedStarts } from '../releases/index.ts';
import { bookingsAhead, departuresAhead, deploymentsAhead, placesOf } from './planned-things.ts';
import { listWindows, requireWindow, scopeNames } from './rows.ts';

/** Of each kind as many as people can look through. */
const mostHits = 500;

/** What a window hits of what is planned: as it is drafted, and whether that is new. */
export function impactOf(
  { window: draft, windowId }: Parsed<'windows.impact'>,
  { store, now }: Context,
): WindowImpact {
  const saved = windowId === undefined ? null : requireWindow(store, windowId);
  const window = draft === undefined ? saved : drafted(draft, saved);
  if (window === null) throw new Error('The contract lets no question through without a window');
  const others = listWindows(store).filter(
    ({ id, kind }) => kind === 'deployment' && id !== saved?.id,
  );
  const places = placesOf(store);
  const when = iso(now);
  const hits = <T extends Planned & { place: string }>(things: readonly T[]) =>
    things.flatMap((thing) => {
      const hit = hitBy(window, thing, others);
      if (hit === null) return [];
      const already = saved !== null && hitBy(saved, thing, others) !== null;
      const { how } = hit;
      const at = { startAt: iso(thing.span.from), endAt: iso(thing.span.to), zone: thing.zone };
      const overlap = overlapOf(hit, thing.zone, when);
      return [{ thing, about: { place: thing.place, ...at, how, already, overlap } }];
    });
  const releases = hits(deploymentsAhead(store, now, places));
  const bookings = hits(bookingsAhead(store, now, places));
  const trains = hits(departuresAhead(store, now, places));
  const starts = plannedStarts(store, [...new Set(releases.map(({ thing }) => thing.release.id))]);
  const concerns = [
    ...releases.map(({ thing: { release } }) => concern(release.ownerId, release.name)),
    ...bookings.map(({ thing }) => concern(thing.bookedById, thing.purpose)),
    ...trains.map(({ thing: { train } }) => concern(train.ownerId, train.name)),
  ];
  const people = new Map(presentPeople(store).map((person) => [person.id, person]));
  const lists = [releases.length, bookings.length, trains.length];
  return {
    when: windowInWords(window),
    about: scopeInWords(window, scopeNames(store)),
    notes: timesNotes(window, now),
    releases: releases.slice(0, mostHits).map(({ thing: { id, release }, about }) => ({
      ...{ releaseId: release.id, name: release.name, ownerId: release.ownerId },
      ...{ deploymentId: id, releaseStartAt: starts(release.id)?.startAt ?? about.startAt },
      ...about,
    })),
    bookings: bookings.slice(0, mostHits).map(({ thing: { id, purpose, bookedById }, about }) => ({
      ...{ bookingId: id, purpose, bookedById, ...about },
    })),
    trains: trains.slice(0, mostHits).map(({ thing: { train }, about }) => ({
      ...{ trainId: train.id, name: train.name, ownerId: train.ownerId, ...about },
    })),
    more: lists.reduce((sum, length) => sum + Math.max(length - mostHits, 0), 0),
    tell: toTell(concerns, people),
  };
}

/** Occurrences that were changed go on as they would when the draft is saved. */
function drafted(
  draft: NonNullable<Parsed<'windows.impact'>['window']>,
  saved: Window | null,
): Placing {
  const { zone, startWall, endWall, recurrence } = draft;
  const times = checkTimes({ zone, startWall, endWall, recurrence });
  if (saved === null) return { ...draft, ...times, changes: [] };
  const kept = keptChanges(saved, times);
  const changes = saved.changes.flatMap((change) => {
    const originalWall = kept.get(change.originalWall);
    return originalWall === undefined ? [] : [{ ...change, originalWall }];
  });
  return { ...draft, ...times, changes };
}

function concern(personId: string, thing: string) {
  return { personId, thing };
}
