import { eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { person, team, workspace } from '#core/database/schema/workspace.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { entityTables } from '#core/database/tables.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { entityInWords } from '#shared/rules/workspace/change-words.ts';
import { heldBy } from './held.ts';
import { presentPeople, toPerson } from './rows.ts';

/** What somebody decided or owns stays theirs; from now on they are chosen no more. */
export function leave(
  { id, leftOn }: Parsed<'people.leave'>,
  context: Context,
): Output<'people.leave'> {
  const { store } = context;
  refuseNeeded(id, context, 'leave');
  refuseAhead(leftOn, context);
  const saved = context.transact((write) => write.update(person, id, { leftOn }));
  return { person: toPerson(saved), held: heldBy(store, id) };
}

export function comeBack({ id }: Parsed<'people.return'>, context: Context): Person {
  return toPerson(context.transact((write) => write.update(person, id, { leftOn: null })));
}

/** Somebody entered in error is named by nothing but teams, which let go of them. */
export function removePerson(
  { id }: Parsed<'people.remove'>,
  context: Context,
): Output<'people.remove'> {
  const { store } = context;
  return context.transact((write) => {
    const { name } = write.find(person, id);
    refuseNeeded(id, context, 'be removed');
    refuseNamed(store, id, name);
    const teams = store.orm.select().from(team).where(alive(team)).all();
    for (const { id: teamId, memberIds } of teams) {
      if (!memberIds.includes(id)) continue;
      write.update(team, teamId, { memberIds: memberIds.filter((member) => member !== id) });
    }
    write.remove(person, id);
    return { id, name };
  });
}

/** Whoever works here cannot go from under their own hands, nor the last one from the workspace. */
function refuseNeeded(id: string, context: Context, verb: string): void {
  const { store } = context;
  const name = rowOf(store, person, id)?.name ?? 'They';
  if (context.actorId() === id) {
    throw new Refusal(
      'precondition_failed',
      `${name} is who works here, so they cannot ${verb}. Let somebody else record it: choose who is working first.`,
    );
  }
  const present = presentPeople(store);
  if (present.length !== 1 || present[0]?.id !== id) return;
  throw new Refusal(
    'precondition_failed',
    `${name} is the last person of the workspace, so they cannot ${verb}. Add somebody else first.`,
  );
}

function refuseAhead(leftOn: string, { store, now }: Context): void {
  const zone = store.orm.select().from(workspace).where(eq(workspace.id, store.workspaceId)).get();
  const today = dateIn(iso(now), zone?.zone ?? 'UTC');
  if (leftOn <= today) return;
  throw new Refusal(
    'invalid_input',
    `${formatDate(leftOn, today)} lies ahead: today is ${formatDate(today, today)}. Record that somebody left on the day they did.`,
    { leftOn: 'lies ahead; give the day they left' },
  );
}

type Naming = { entity: string; count: number };

function refuseNamed(store: Store, id: string, name: string): void {
  const found = namedBy(store, id);
  const worked = store.raw
    .prepare<[string], { n: number }>('SELECT COUNT(*) AS n FROM change_journal WHERE actor_id = ?')
    .get(id);
  const words = found.map(({ entity, count }) => {
    const word = entityInWords(entity);
    return count === 1 ? `1 ${word}` : `${count} ${word}s`;
  });
  if (worked !== undefined && worked.n > 0) words.push('the history of what they did here');
  if (words.length === 0) return;
  throw new Refusal(
    'precondition_failed',
    `${name} is named by ${words.join(', ')}, so taking them out would leave that without a name. Record that they left instead: they are then chosen no more, and what is theirs stays.`,
  );
}

/** Where people are named within a list, which no reference can say. */
const listsOfPeople: Readonly<Record<string, string>> = {
  service: 'owner_ids',
  gate: 'places',
  approval_request: 'asked_ids',
  cab_meeting: 'attendee_ids',
};

/** Rows that name the person by a reference or in a list. */
function namedBy({ raw }: Store, id: string): Naming[] {
  const counts = Object.keys(entityTables).map((table) => {
    const columns = raw
      .prepare<[string], { from: string }>(
        `SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = 'person'`,
      )
      .all(table);
    const fits = columns.map((column) => `${column.from} = :id`);
    const list = listsOfPeople[table];
    if (list !== undefined) fits.push(`instr(${list}, '"' || :id || '"')`);
    if (fits.length === 0) return { entity: table, count: 0 };
    const query = `SELECT COUNT(*) AS n FROM ${table} WHERE (${fits.join(' OR ')}) AND deleted_hlc IS NULL`;
    return {
      entity: table,
      count: raw.prepare<[object], { n: number }>(query).get({ id })?.n ?? 0,
    };
  });
  return counts.filter(({ count }) => count > 0);
}
