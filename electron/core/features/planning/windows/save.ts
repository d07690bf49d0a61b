import type { Context } from '#core/context.ts';
import { definedOf } from '#core/defined-fields.ts';
import { window, windowChange } from '#core/database/schema/calendar.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { WindowView } from '#shared/model/planning/window-views.ts';
import type { Window } from '#shared/model/planning/windows.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkAuthority, checkTimes } from '#shared/rules/planning/windows/window-checks.ts';
import { keptChanges } from '#shared/rules/planning/windows/window-changes.ts';
import { presentPeople } from '../../workspace/people/index.ts';
import { changesOf, requireWindow, scopeNames, windowViewer } from './rows.ts';

type Values = Parsed<'windows.create'>;

export function createWindow(input: Values, context: Context): WindowView {
  const { store, now } = context;
  const values = checked(input, store, null);
  const { id } = context.transact((write) => write.insert(window, { ...values, uid: '' }));
  return windowViewer(store, now)(requireWindow(store, id));
}

export function updateWindow(
  { id, rev, ...patch }: Parsed<'windows.update'>,
  context: Context,
): WindowView {
  const { store, now } = context;
  const before = requireWindow(store, id);
  const given = { ...before, ...definedOf(patch) };
  // A freeze that becomes another kind loses its authority with that, unless one is given.
  const hard = given.kind === 'hard-freeze' || patch.authorityId !== undefined;
  const { kind, name, note, serviceIds, environmentIds, regions, ...after } = checked(
    { ...given, authorityId: hard ? given.authorityId : null },
    store,
    before,
  );
  const { zone, startWall, endWall, recurrence, authorityId } = after;
  const values = {
    ...{ kind, name, note, serviceIds, environmentIds, regions },
    ...{ zone, startWall, endWall, recurrence, authorityId },
  };
  context.transact((write) => {
    write.update(window, id, values, rev);
    carryChanges(write, store, before, { ...before, ...values });
  });
  return windowViewer(store, now)(requireWindow(store, id));
}

/** Occurrences that were changed keep that under the start they have now, or lose it. */
function carryChanges(write: Write, store: Store, before: Window, after: Window): void {
  const kept = keptChanges(before, after);
  for (const { id, originalWall } of changesOf(store, before.id)) {
    const wall = kept.get(originalWall);
    if (wall === undefined) write.remove(windowChange, id);
    else write.update(windowChange, id, { originalWall: wall });
  }
}

export function deleteWindow(id: string, context: Context): Output<'windows.delete'> {
  const { name } = requireWindow(context.store, id);
  context.transact((write) => {
    for (const change of changesOf(context.store, id)) write.remove(windowChange, change.id);
    write.remove(window, id);
  });
  return { id, name };
}

/** The values as they are kept; what is refused is said with the field it is about. */
function checked<T extends Values>(given: T, store: Store, before: Window | null): T {
  refuseUnknown(given, store, before);
  checkAuthority(given.kind, given.authorityId);
  const { zone, startWall, endWall, recurrence } = given;
  const times = checkTimes({ zone, startWall, endWall, recurrence });
  return {
    ...given,
    ...times,
    serviceIds: [...new Set(given.serviceIds)],
    environmentIds: [...new Set(given.environmentIds)],
    regions: [...new Set(given.regions)],
  };
}

function refuseUnknown(given: Values, store: Store, before: Window | null): void {
  const { services, environments } = scopeNames(store);
  const fields: FieldMessages = {};
  if (given.serviceIds.some((id) => !services.has(id))) {
    fields['serviceIds'] =
      'names a service that is not of this workspace; choose among its services';
  }
  if (given.environmentIds.some((id) => !environments.has(id))) {
    fields['environmentIds'] = 'names an environment that is not of this workspace; choose another';
  }
  const { authorityId } = given;
  const unchanged = authorityId === null || authorityId === before?.authorityId;
  if (!unchanged && !presentPeople(store).some(({ id }) => id === authorityId)) {
    fields['authorityId'] = 'is nobody who is here; choose a person of this workspace';
  }
  const messages = Object.entries(fields).map(([field, message]) => `${words[field]} ${message}.`);
  if (messages.length > 0) throw new Refusal('invalid_input', messages.join(' '), fields);
}

const words: Record<string, string> = {
  serviceIds: 'The list of services',
  environmentIds: 'The list of environments',
  authorityId: 'The authority',
};
