import type { Context, Handlers } from '#core/context.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { booking } from '#core/database/schema/calendar.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { BookingView } from '#shared/model/planning/bookings.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkSpan, clashesOf } from '#shared/rules/planning/capacity/bookings.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { listBookings, viewsOf } from './list.ts';
import { bookingsIn, usesIn } from './uses.ts';

type Names =
  'bookings.list' | 'bookings.check' | 'bookings.create' | 'bookings.update' | 'bookings.delete';

export const bookings: Handlers<Names> = {
  'bookings.list': (where, { store, now }) => listBookings(store, where, now),
  'bookings.check': ({ id = '', ...need }, { store, now }) => {
    const { startAt: from, endAt: to, environmentId } = need;
    const uses = usesIn(store, { from, to, environmentId });
    return clashesOf({ kind: 'booking', id, ...need }, uses, iso(now));
  },
  'bookings.create': (input, context) => create(input, context),
  'bookings.update': (input, context) => update(input, context),
  'bookings.delete': ({ id }, context) => {
    context.transact((write) => write.remove(booking, id));
    return { id };
  },
};

function create(input: Parsed<'bookings.create'>, context: Context): BookingView {
  const { store, now } = context;
  const { startAt, endAt, bookedById = context.requireActor(), ...values } = input;
  check(store, { ...input, bookedById });
  checkSpan(startAt, endAt, input.zone, iso(now));
  const times = { startAt: toMs(startAt), endAt: toMs(endAt) };
  const { id } = context.transact((write) =>
    write.insert(booking, { ...values, ...times, bookedById }),
  );
  return viewOf(id, context);
}

/** A booking of a release that is over can be changed: the environment may be free earlier. */
function update(input: Parsed<'bookings.update'>, context: Context): BookingView {
  const { id, rev, startAt, endAt, ...patch } = input;
  const { store, now } = context;
  context.transact((write) => {
    const before = write.find(booking, id);
    check(store, newlyNamed(patch, before));
    const times = {
      startAt: startAt === undefined ? before.startAt : toMs(startAt),
      endAt: endAt === undefined ? before.endAt : toMs(endAt),
    };
    checkSpan(iso(times.startAt), iso(times.endAt), patch.zone ?? before.zone, iso(now));
    write.update(booking, id, { ...patch, ...times }, rev);
  });
  return viewOf(id, context);
}

/** What was named before may have been closed or left since; only what is new must be there. */
function newlyNamed(patch: Partial<Named>, before: Named): Named {
  const { environmentId, releaseId = null, bookedById } = patch;
  return {
    environmentId,
    releaseId: releaseId === before.releaseId ? null : releaseId,
    bookedById: bookedById === before.bookedById ? undefined : bookedById,
  };
}

type Named = {
  environmentId?: string | undefined;
  releaseId: string | null;
  bookedById?: string | undefined;
};

/** What a booking names must be there; those who left no longer book. */
function check(store: Store, { environmentId, releaseId, bookedById }: Named): void {
  if (
    environmentId !== undefined &&
    !listEnvironments(store).some(({ id }) => id === environmentId)
  ) {
    throw new Refusal(
      'invalid_input',
      `There is no environment with the id ${environmentId}. Choose one of the workspace.`,
      { environmentId: 'is no environment of this workspace' },
    );
  }
  if (releaseId !== null) requireOpenRelease(store, releaseId);
  if (bookedById === undefined) return;
  const person = listPeople(store).find(({ id }) => id === bookedById);
  if (person?.leftOn === null) return;
  const message =
    person === undefined
      ? 'is nobody of this workspace; choose a person'
      : `left on ${person.leftOn}; choose somebody who is here`;
  throw new Refusal('invalid_input', `Whoever books it ${message}.`, { bookedById: message });
}

function viewOf(id: string, { store, now }: Context): BookingView {
  const row = rowOf(store, booking, id);
  const span = row && { from: iso(row.startAt), to: iso(row.endAt) };
  const found = span && bookingsIn(store, span).filter((each) => each.booking.id === id);
  const [view] = viewsOf(store, found ?? [], now);
  if (view === undefined) throw new Error('A booking that was just written is not there');
  return view;
}
