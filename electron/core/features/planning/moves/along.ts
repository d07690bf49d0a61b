import { partsOf } from '#core/database/plain-rows.ts';
import { booking, commitment } from '#core/database/schema/calendar.ts';
import { iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { MovedRelease } from '#shared/model/planning/moves.ts';
import { clashesOf } from '#shared/rules/planning/capacity/bookings.ts';
import { mondayOf } from '#shared/rules/planning/capacity/capacity.ts';
import { movedBooking, movedWeekDays } from '#shared/rules/planning/moves/moved-along.ts';
import type { SlippedRelease } from '#shared/rules/planning/moves/slip.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { usesIn } from '../bookings/index.ts';
import type { Network } from './network.ts';

/** What of a release lies outside of its plan, and moves with it. */
export type Along = Pick<MovedRelease, 'bookings' | 'commitments'>;

type Span = { startAt: string; endAt: string };
type Booked = { row: Plain<typeof booking>; from: Span; to: Span };

/**
 * Bookings of the releases that move and days promised to them, from old to new. A booking that has
 * begun stays, as do the days of this week and before: they are used already.
 */
export function readAlong(
  store: Store,
  network: Network,
  moved: readonly SlippedRelease[],
  now: number,
): (slipped: SlippedRelease) => Along {
  const ids = moved.map(({ id }) => id);
  const bookings = partsOf(store, booking, ids, 'startAt');
  const booked = new Map(moved.map((each) => [each.id, bookedOf(bookings(each.id), each, now)]));
  const clashes = clashesAt(store, network, moved, [...booked.values()].flat());
  const places = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  const promised = partsOf(store, commitment, ids);
  const people = new Map(listPeople(store).map(({ id, name }) => [id, name]));
  const roles = new Map(listRoles(store).map(({ key, name }) => [key, name]));
  const thisWeek = mondayOf(dateIn(iso(now), network.zone));
  const whoOf = ({ personId, roleKey }: Plain<typeof commitment>) =>
    (personId === null ? roles.get(roleKey) : people.get(personId)) ?? roleKey;
  return (slipped) => {
    const step = movedWeekDays(slipped);
    const ahead = step === 0 ? [] : promised(slipped.id).filter(({ weekOn }) => weekOn > thisWeek);
    return {
      bookings: (booked.get(slipped.id) ?? []).map(({ row, from, to }) => ({
        ...{ id: row.id, purpose: row.purpose, from, to, zone: row.zone },
        place: places.get(row.environmentId) ?? 'an unknown environment',
        clashes: clashes({ row, from, to }, iso(now)),
      })),
      commitments: ahead
        .toSorted((a, b) => (a.weekOn < b.weekOn ? -1 : 1))
        .map((row) => ({
          ...{ id: row.id, who: whoOf(row), days: row.days },
          ...{ from: row.weekOn, to: plusDays(row.weekOn, step) },
        })),
    };
  };
}

function bookedOf(
  rows: readonly Plain<typeof booking>[],
  { step }: SlippedRelease,
  now: number,
): Booked[] {
  return rows
    .filter(({ startAt }) => startAt >= now)
    .map((row) => {
      const from = { startAt: iso(row.startAt), endAt: iso(row.endAt) };
      return { row, from, to: movedBooking({ ...from, zone: row.zone }, step) };
    });
}

/** What else uses an environment once all of it has moved. */
function clashesAt(
  store: Store,
  network: Network,
  moved: readonly SlippedRelease[],
  booked: readonly Booked[],
): (at: Booked, now: string) => string[] {
  const spans = deployedSpans(network, moved);
  for (const { row, from, to } of booked) spans.set(row.id, { from, to });
  const all = booked.length === 0 ? [] : [...spans.values()].flatMap(({ from, to }) => [from, to]);
  const from = all.map(({ startAt }) => startAt).toSorted()[0];
  const to = all
    .map(({ endAt }) => endAt)
    .toSorted()
    .at(-1);
  const uses =
    from === undefined || to === undefined
      ? []
      : usesIn(store, { from, to }).map((use) => ({ ...use, ...spans.get(use.id)?.to }));
  return ({ row, to: span }, now) => {
    const early = span.startAt < now ? ['It would begin before now.'] : [];
    const need = { kind: 'booking' as const, ...row, ...span };
    return [...early, ...clashesOf(need, uses, now).map(({ words }) => words)];
  };
}

function deployedSpans(
  { releases }: Network,
  moved: readonly SlippedRelease[],
): Map<string, { from: Span; to: Span }> {
  const planned = new Map(
    releases.flatMap(({ deployments }) => deployments.map((each) => [each.id, each])),
  );
  const spans = new Map<string, { from: Span; to: Span }>();
  for (const [id, startAt] of moved.flatMap(({ starts }) => [...starts])) {
    const before = planned.get(id);
    if (before === undefined) continue;
    const endOf = (at: string) =>
      new Date(Date.parse(at) + before.durationMinutes * 60_000).toISOString();
    spans.set(id, {
      from: { startAt: before.startAt, endAt: endOf(before.startAt) },
      to: { startAt, endAt: endOf(startAt) },
    });
  }
  return spans;
}
