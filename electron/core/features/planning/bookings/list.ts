import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { BookingView } from '#shared/model/planning/bookings.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { clashesOf } from '#shared/rules/planning/capacity/bookings.ts';
import { bandsIn } from '../windows/index.ts';
import { bookingsIn, deploymentsIn, useOf, usesIn } from './uses.ts';
import type { BookingRow, Where } from './uses.ts';

const mostDays = 400;

/** Who uses which environment within a span, and the windows around them. */
export function listBookings(store: Store, where: Where, now: number): Output<'bookings.list'> {
  const { from, to } = where;
  if (toMs(to) - toMs(from) > mostDays * 86_400_000) {
    throw new Refusal(
      'invalid_input',
      `Bookings are listed for at most ${mostDays} days at once. Ask for a shorter time.`,
      { to: `is more than ${mostDays} days after the beginning` },
    );
  }
  return {
    bookings: viewsOf(store, bookingsIn(store, where), now),
    deployments: deploymentsIn(store, where),
    bands: bandsIn(store, { from: toMs(from), to: toMs(to) }),
  };
}

/** Bookings with what they clash with, also where that lies outside of what was asked for. */
export function viewsOf(store: Store, rows: readonly BookingRow[], now: number): BookingView[] {
  const starts = rows.map(({ booking }) => booking.startAt).toSorted();
  const ends = rows.map(({ booking }) => booking.endAt).toSorted();
  const [from, to] = [starts[0], ends.at(-1)];
  if (from === undefined || to === undefined) return [];
  const uses = Map.groupBy(usesIn(store, { from, to }), ({ environmentId }) => environmentId);
  return rows.map((row) => ({
    ...row.booking,
    release: row.release,
    clashes: clashesOf(useOf(row), uses.get(row.booking.environmentId) ?? [], iso(now)),
  }));
}
