import { and, eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { definedOf } from '#core/defined-fields.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { template } from '#core/database/schema/templates.ts';
import { releaseTrain } from '#core/database/schema/trains.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { checkOffsets } from '#shared/rules/planning/trains/train-dates.ts';
import { checkTimes } from '#shared/rules/planning/windows/window-checks.ts';
import { wallMs, wallOf } from '#shared/rules/planning/windows/wall-clock.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { presentPeople } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { listHolidayCalendars } from '../holidays/index.ts';
import { requireTrain } from './rows.ts';
import type { TrainRow } from './rows.ts';

type Values = Omit<TrainRow, 'id' | 'rev' | 'skips'>;

export function createTrain(input: Parsed<'trains.create'>, context: Context): string {
  const values = checked(context.store, input, null);
  return context.transact((write) => write.insert(releaseTrain, { ...values, skips: [] }).id);
}

export function updateTrain(
  { id, rev, ...patch }: Parsed<'trains.update'>,
  context: Context,
): string {
  const { id: _id, rev: _rev, skips: _skips, ...before } = requireTrain(context.store, id);
  const given = { ...before, ...definedOf(patch) };
  const values = checked(context.store, given, before);
  context.transact((write) => write.update(releaseTrain, id, values, rev));
  return id;
}

/** The values as they are kept: everything they name exists, and the dates are in order. */
function checked(store: Store, given: Values, before: Values | null): Values {
  refuseUnknown(store, given, before);
  if (given.name !== before?.name) refuseSameName(store, given.name);
  checkOffsets(given.offsets);
  const { zone, startWall, recurrence, durationMinutes } = given;
  const endWall = wallOf(wallMs(startWall) + durationMinutes * 60_000);
  const times = checkTimes({ zone, startWall, endWall, recurrence });
  return {
    ...given,
    ...{ zone, startWall: times.startWall, recurrence: times.recurrence },
    serviceIds: [...new Set(given.serviceIds)],
  };
}

function refuseUnknown(store: Store, given: Values, before: Values | null): void {
  const fields: FieldMessages = {};
  const services = new Set(listServices(store).map(({ id }) => id));
  if (given.serviceIds.some((id) => !services.has(id))) {
    fields['serviceIds'] =
      'names a service that is not of this workspace; choose among its services';
  }
  if (!listEnvironments(store).some(({ id }) => id === given.environmentId)) {
    fields['environmentId'] = 'is no environment of this workspace; choose another';
  }
  const sameOwner = given.ownerId === before?.ownerId;
  if (!sameOwner && !presentPeople(store).some(({ id }) => id === given.ownerId)) {
    fields['ownerId'] = 'is nobody who is here; choose a person';
  }
  const calendarId = given.holidayCalendarId;
  if (calendarId !== null && !listHolidayCalendars(store).some(({ id }) => id === calendarId)) {
    fields['holidayCalendarId'] = 'is no holiday calendar of this workspace; choose another';
  }
  if (given.templateId !== null && rowOf(store, template, given.templateId) === null) {
    fields['templateId'] = 'is not offered any more; choose another one';
  }
  const messages = Object.entries(fields).map(
    ([field, message]) => `${words[field] ?? field} ${message}.`,
  );
  if (messages.length > 0) throw new Refusal('invalid_input', messages.join(' '), fields);
}

function refuseSameName(store: Store, name: string): void {
  const other = store.orm
    .select({ id: releaseTrain.id })
    .from(releaseTrain)
    .where(and(alive(releaseTrain), eq(releaseTrain.name, name)))
    .get();
  if (other === undefined) return;
  const message = 'is that of another train; tell them apart';
  throw new Refusal('invalid_input', `The name ${message}.`, { name: message });
}

const words: Readonly<Record<string, string>> = {
  serviceIds: 'The list of services',
  environmentId: 'The environment',
  ownerId: 'The owner',
  holidayCalendarId: 'The holiday calendar',
  templateId: 'The template',
};
