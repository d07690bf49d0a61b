import type { Store } from '#core/database/store.ts';
import type { Ground } from '#shared/rules/planning/placement/ground.ts';
import { readBookings, readPlans, readWindows } from './placement-ground.ts';
import { readAbsences, readExceptions, readLists } from './placement-lists.ts';

type Kept = {
  /** How far the journal had come. */
  seq: number;
  windows?: ReturnType<typeof readWindows> | undefined;
  plans?: ReturnType<typeof readPlans> | undefined;
  bookings?: ReturnType<typeof readBookings> | undefined;
  lists?: ReturnType<typeof readLists> | undefined;
  absences?: ReturnType<typeof readAbsences> | undefined;
  exceptions?: ReturnType<typeof readExceptions> | undefined;
};

/** The tables each part is made of. */
const madeOf: Record<Exclude<keyof Kept, 'seq'>, readonly string[]> = {
  windows: ['window', 'window_change'],
  plans: ['release', 'deployment', 'component', 'environment'],
  bookings: ['booking'],
  lists: ['workspace', 'environment', 'service', 'person'],
  absences: ['absence'],
  exceptions: ['exception'],
};
const parts = ['windows', 'plans', 'bookings', 'lists', 'absences', 'exceptions'] as const;

const keptOf = new WeakMap<Store, Kept>();

/** What lies on the calendar, laid out once and kept: a check is asked for with each step of a drag. */
export function groundOf(store: Store): Ground {
  const kept = upToDate(store);
  kept.windows ??= readWindows(store);
  kept.plans ??= readPlans(store);
  kept.bookings ??= readBookings(store);
  return { ...kept.windows, ...kept.plans, ...kept.bookings };
}

export function listsOf(store: Store): ReturnType<typeof readLists> {
  return (upToDate(store).lists ??= readLists(store));
}

export function absencesOf(store: Store): ReturnType<typeof readAbsences> {
  return (upToDate(store).absences ??= readAbsences(store));
}

export function standingExceptions(store: Store): ReturnType<typeof readExceptions> {
  return (upToDate(store).exceptions ??= readExceptions(store));
}

/** The journal says which tables were written since: only what is made of those is made anew. */
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
  for (const part of parts) {
    if (madeOf[part].some((table) => changed.has(table))) known[part] = undefined;
  }
  known.seq = seq;
  return known;
}
