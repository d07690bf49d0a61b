import type { Store } from '#core/database/store.ts';
import type { Ground } from '#shared/rules/planning/placement/ground.ts';
import { readBookings, readPlans, readWindows } from './placement-ground.ts';

/** Parts of the ground, each with the tables it is made of. */
const made = {
  windows: { read: readWindows, from: ['window', 'window_change'] },
  plans: { read: readPlans, from: ['release', 'deployment', 'component', 'environment'] },
  bookings: { read: readBookings, from: ['booking'] },
} as const;

type Kept = {
  /** How far the journal had come. */
  seq: number;
  windows?: ReturnType<typeof readWindows> | undefined;
  plans?: ReturnType<typeof readPlans> | undefined;
  bookings?: ReturnType<typeof readBookings> | undefined;
};

const keptOf = new WeakMap<Store, Kept>();

/**
 * What lies on the calendar, laid out once and kept: a check is asked for with each step of a drag.
 * The journal says which tables were written since, and only what is made of those is made anew.
 */
export function groundOf(store: Store): Ground {
  const kept = upToDate(store);
  kept.windows ??= made.windows.read(store);
  kept.plans ??= made.plans.read(store);
  kept.bookings ??= made.bookings.read(store);
  return { ...kept.windows, ...kept.plans, ...kept.bookings };
}

function upToDate(store: Store): Kept {
  const { raw, deviceId } = store;
  const seq =
    raw
      .prepare<[string], number>(
        'SELECT coalesce(MAX(device_seq), 0) FROM change_journal WHERE device_id = ?',
      )
      .pluck()
      .get(deviceId) ?? 0;
  const known = keptOf.get(store);
  if (known === undefined) {
    const fresh: Kept = { seq };
    keptOf.set(store, fresh);
    return fresh;
  }
  if (known.seq === seq) return known;
  const changed = new Set(
    raw
      .prepare<[string, number], string>(
        'SELECT DISTINCT entity FROM change_journal WHERE device_id = ? AND device_seq > ?',
      )
      .pluck()
      .all(deviceId, known.seq),
  );
  const isStale = (tables: readonly string[]) => tables.some((table) => changed.has(table));
  if (isStale(made.windows.from)) known.windows = undefined;
  if (isStale(made.plans.from)) known.plans = undefined;
  if (isStale(made.bookings.from)) known.bookings = undefined;
  known.seq = seq;
  return known;
}
