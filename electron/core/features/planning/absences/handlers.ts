import type { Context, Handlers } from '#core/context.ts';
import { absence } from '#core/database/schema/calendar.ts';
import { iso } from '#core/database/select.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Absence } from '#shared/model/planning/bookings.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { checkAbsence } from '#shared/rules/planning/capacity/absences.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import type { OpenSeatsOf } from './due-gates.ts';
import { effectOf } from './effect.ts';
import { absencesIn, toAbsence } from './rows.ts';

type Names = 'absences.list' | 'absences.effect' | 'absences.save' | 'absences.remove';
type Given = Parsed<'absences.save'>;

export function createAbsences(openSeatsOf: OpenSeatsOf): Handlers<Names> {
  return {
    'absences.list': (which, { store }) => absencesIn(store, which),
    'absences.effect': (away, { store, now }) => effectOf(store, away, openSeatsOf, now),
    'absences.save': (input, context) => {
      const saved = save(input, context);
      return { absence: saved, effect: effectOf(context.store, saved, openSeatsOf, context.now) };
    },
    'absences.remove': ({ id }, context) => {
      context.transact((write) => write.remove(absence, id));
      return { id };
    },
  };
}

function save({ id, rev, ...given }: Given, context: Context): Absence {
  const row = context.transact((write) => {
    if (id === undefined) {
      const values = added(given);
      check(null, values, given, context);
      return write.insert(absence, values);
    }
    const before = toAbsence(write.find(absence, id));
    if (given.personId !== undefined && given.personId !== before.personId) {
      throw new Refusal(
        'invalid_input',
        'The absence is of somebody else. Leave the person out, or record theirs anew.',
        { personId: 'is not who is away' },
      );
    }
    const { personId: _same, ...patch } = given;
    const after = { ...before, ...withoutGaps(patch) };
    const { deputyId } = after;
    const isNew = deputyId !== before.deputyId;
    const isMoved = after.firstOn !== before.firstOn || after.lastOn !== before.lastOn;
    // Whoever stands in may have left or be away since: that is asked where it could be mended.
    if (isNew || isMoved) check(id, after, isNew ? { deputyId } : {}, context);
    return write.update(absence, id, patch, rev);
  });
  return toAbsence(row);
}

type Values = Omit<Absence, 'id' | 'rev'>;

function added(given: Omit<Given, 'id' | 'rev'>): Values {
  const { personId, firstOn, lastOn, kind = 'leave', deputyId = null, note = '' } = given;
  if (personId !== undefined && firstOn !== undefined && lastOn !== undefined) {
    return { personId, firstOn, lastOn, kind, deputyId, note };
  }
  const missing = Object.entries({ personId, firstOn, lastOn }).filter(
    ([, value]) => value === undefined,
  );
  throw new Refusal(
    'invalid_input',
    'To record an absence, give the person, the first day and the last; to change one, give its id.',
    Object.fromEntries(missing.map(([field]) => [field, 'is missing'])),
  );
}

/** What was left out of a patch stays as it is. */
function withoutGaps(patch: Partial<Values>): Partial<Values> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function check(
  id: string | null,
  wanted: Values,
  given: Pick<Given, 'personId' | 'deputyId'>,
  { store, now }: Context,
): void {
  const people = new Map(listPeople(store).map((each) => [each.id, each]));
  refuseUnknown(people, 'personId', given.personId);
  refuseUnknown(people, 'deputyId', given.deputyId);
  const today = dateIn(iso(now), readWorkspace(store).zone);
  const others = absencesIn(store, { from: wanted.firstOn, to: wanted.lastOn });
  checkAbsence({ id, ...wanted }, others, (key) => people.get(key)?.name ?? 'Somebody', today);
}

const words = { personId: 'The person', deputyId: 'The deputy' };

/** Only whoever is named now must still be here: what was recorded of those who left stays. */
function refuseUnknown(
  people: Map<string, Person>,
  field: keyof typeof words,
  id: string | null | undefined,
): void {
  if (id === null || id === undefined) return;
  const person = people.get(id);
  if (person?.leftOn === null) return;
  const message =
    person === undefined
      ? 'is nobody of this workspace; choose a person'
      : `has left on ${person.leftOn}; choose somebody who is here`;
  const name = person === undefined ? words[field] : person.name;
  throw new Refusal('invalid_input', `${name} ${message}.`, { [field]: message });
}
